//! The gate before the ledger: how much may come from one network and for one address.

use crate::ask::Ask;
use crate::ledger::{Object, send};
use domain::call::{CountAttempt, CountRequest};
use domain::link::LinkHash;
use domain::problem::Problem;
use std::net::IpAddr;
use vault::{reference_key, setting};

/// A class shares one address: 300 in ten minutes.
const NETWORK_LIMIT: u32 = 300;
const NETWORK_WINDOW_S: u32 = 600;
/// Different applications for one address: 5 in an hour.
const ADDRESS_LIMIT: u32 = 5;
const ADDRESS_WINDOW_S: u32 = 3600;

/// Whether one more may come from this network.
pub async fn network(ask: &Ask, attempt: &str) -> Result<(), Problem> {
    let network = ask.header("cf-connecting-ip").map_or_else(|| "local".to_owned(), |ip| network_of(&ip));
    count(ask, ("network", &network), attempt, limit(ask, "NETWORK_LIMIT", NETWORK_LIMIT), NETWORK_WINDOW_S).await
}

/// Whether one more application may come for this email address.
pub async fn address(ask: &Ask, email: &str, attempt: &str) -> Result<(), Problem> {
    let email = email.to_lowercase();
    count(ask, ("address", &email), attempt, limit(ask, "ADDRESS_LIMIT", ADDRESS_LIMIT), ADDRESS_WINDOW_S).await
}

/// A gate that cannot be reached lets pass: it is there for floods, and must not keep an application out.
async fn count(
    ask: &Ask,
    (what, value): (&str, &str),
    attempt: &str,
    limit: u32,
    window_s: u32,
) -> Result<(), Problem> {
    let Some(key) = hashed(ask, what, value) else { return Ok(()) };
    let shard: String = key.as_str().chars().take(2).collect();
    let request = CountRequest { key, attempt: attempt.to_owned(), limit, window_s };
    match send::<CountAttempt>(&ask.env, Object::Gate(&format!("gate-{shard}")), &request)
        .await
        .map(|counted| counted.reply)
    {
        Ok(Some(retry_after_s)) => Err(Problem::TooManyAttempts { retry_after_s }),
        Ok(None) | Err(_) => Ok(()),
    }
}

/// Under the key of references where there is one: the plain hash of a network is guessed in a moment.
fn hashed(ask: &Ask, what: &str, value: &str) -> Option<LinkHash> {
    match reference_key(&ask.env) {
        Some(key) => LinkHash::parse(&key.counted(what, value)),
        None => Some(LinkHash::of(format!("{what} {value}").as_bytes())),
    }
}

fn limit(ask: &Ask, name: &str, usual: u32) -> u32 {
    setting(&ask.env, name).and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// An IPv4 address, or the /64 of an IPv6 one: a household or a class, however many addresses it has.
fn network_of(ip: &str) -> String {
    match ip.trim().parse() {
        Ok(IpAddr::V6(v6)) => match v6.to_ipv4_mapped() {
            Some(v4) => v4.to_string(),
            None => v6.segments().iter().take(4).map(|segment| format!("{segment:x}")).collect::<Vec<_>>().join(":"),
        },
        Ok(IpAddr::V4(v4)) => v4.to_string(),
        Err(_) => "unknown".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_an_ipv4_address_or_half_an_ipv6_one() {
        assert_eq!(network_of("192.0.2.7"), "192.0.2.7");
        assert_eq!(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2");
        assert_eq!(network_of("2001:db8:1:2::9"), "2001:db8:1:2");
        assert_eq!(network_of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(network_of("nonsense"), "unknown");
    }
}
