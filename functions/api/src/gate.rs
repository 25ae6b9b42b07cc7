//! The gate before the ledger: how much may come from one network. How much may come for one address the ledger knows itself.

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

/// Whether one more may come from this network. A gate that cannot be reached lets pass: it is there for floods, and must not
/// keep an application out.
pub async fn network(ask: &Ask, attempt: &str) -> Result<(), Problem> {
    let network = ask.header("cf-connecting-ip").map_or_else(|| "local".to_owned(), |ip| network_of(&ip));
    let Some(key) = hashed(ask, &network) else { return Ok(()) };
    let shard: String = key.as_str().chars().take(1).collect();
    let limit = setting(&ask.env, "NETWORK_LIMIT").and_then(|text| text.parse().ok()).unwrap_or(NETWORK_LIMIT);
    let request = CountRequest { key, attempt: attempt.to_owned(), limit, window_s: NETWORK_WINDOW_S };
    match send::<CountAttempt>(&ask.env, Object::Gate(&format!("gate-{shard}")), &request)
        .await
        .map(|counted| counted.reply)
    {
        Ok(Some(retry_after_s)) => Err(Problem::TooManyAttempts { retry_after_s }),
        Ok(None) | Err(_) => Ok(()),
    }
}

/// Under the key of references where there is one: the plain hash of a network is guessed in a moment.
fn hashed(ask: &Ask, network: &str) -> Option<LinkHash> {
    match reference_key(&ask.env) {
        Some(key) => LinkHash::parse(&key.counted("network", network)),
        None => Some(LinkHash::of(network.as_bytes())),
    }
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
