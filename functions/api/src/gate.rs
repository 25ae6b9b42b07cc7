//! The gate before the ledger: how much may come from one network, and how often a link to the desk is asked for. How many
//! applications may come for one address the ledger knows itself.

use crate::ask::Ask;
use crate::clock::now;
use crate::ledger::{Object, send};
use domain::call::{CountAttempt, CountRequest, Millis};
use domain::gate::{Few, NETWORK_LIMIT, NETWORK_WINDOW_S};
use domain::link::LinkHash;
use domain::problem::Problem;
use std::cell::RefCell;
use std::net::IpAddr;
use vault::{reference_key, setting};

thread_local! {
    static HELD: RefCell<Few> = RefCell::default();
}

/// So many of a network, and never more than this part of its limit, pass without a way to the gate in each Worker.
const FEW: u32 = 30;
const FEW_PART: u32 = 10;

/// Links to the desk that one address may ask for in an hour, where nothing else is configured.
const SIGN_IN_LIMIT: u32 = 5;
const SIGN_IN_WINDOW_S: u32 = 3600;

/// Whether one more may come from this network. A gate that cannot be reached lets pass: it is there for floods, and must not
/// keep an application out.
pub async fn network(ask: &Ask, attempt: &str) -> Result<(), Problem> {
    let network = ask.header("cf-connecting-ip").map_or_else(|| "local".to_owned(), |ip| network_of(&ip));
    let limit = setting(&ask.env, "NETWORK_LIMIT").and_then(|text| text.parse().ok()).unwrap_or(NETWORK_LIMIT);
    count(ask, ("network", &network), attempt, limit, NETWORK_WINDOW_S, FEW.min(limit / FEW_PART)).await
}

/// Whether one more link to the desk may be asked for with this address, whoever's it is.
pub async fn address(ask: &Ask, address: &str, attempt: &str) -> Result<(), Problem> {
    let limit = setting(&ask.env, "SIGN_IN_LIMIT").and_then(|text| text.parse().ok()).unwrap_or(SIGN_IN_LIMIT);
    count(ask, ("desk", address), attempt, limit, SIGN_IN_WINDOW_S, 0).await
}

async fn count(
    ask: &Ask,
    (what, value): (&str, &str),
    attempt: &str,
    limit: u32,
    window_s: u32,
    few: u32,
) -> Result<(), Problem> {
    let Some(key) = hashed(ask, what, value) else { return Ok(()) };
    let few = usize::try_from(few).unwrap_or(0);
    let window = Millis::from(window_s).saturating_mul(1000);
    let Some(before) = HELD.with_borrow_mut(|known| known.come(key.as_str(), attempt, few, window, now())) else {
        return Ok(());
    };
    let shard: String = key.as_str().chars().take(1).collect();
    let request = CountRequest { key, attempt: attempt.to_owned(), before, limit, window_s };
    let counted = send::<CountAttempt>(&ask.env, Object::Gate(&format!("gate-{shard}")), &request).await;
    if counted.is_ok() {
        HELD.with_borrow_mut(|known| known.told(request.key.as_str()));
    }
    match counted.map(|counted| counted.reply) {
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
