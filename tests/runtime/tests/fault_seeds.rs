//! Kinds of faults on the real runtime, ten seeds each: whatever happens, what was acknowledged is there once, staff hear of
//! it, nobody gets a letter twice, and the copies are the ledger.

use domain::call::Receipt;
use runtime_tests::http::{agent, send};
use runtime_tests::play::{HOUR_MS, Play, ten_seeds};
use runtime_tests::portal::call_request;
use std::io::Write as _;
use std::net::TcpStream;

fn kv(play: &mut Play, fault: &str) {
    play.portal.set_faults(fault, "none");
    play.send_all();
    play.portal.work_outbox();
    play.portal.set_faults("none", "none");
}

fn email(play: &mut Play, fault: &str) {
    play.portal.set_faults("none", fault);
    play.send_all();
    play.portal.work_outbox();
    play.portal.set_faults("none", "none");
}

fn kv_refuses(play: &mut Play) {
    kv(play, "fail");
}

fn kv_keeps_and_says_it_did_not(play: &mut Play) {
    kv(play, "fail-after");
}

fn kv_is_late(play: &mut Play) {
    kv(play, "late");
}

fn email_fails(play: &mut Play) {
    email(play, "fail");
}

fn email_goes_and_says_nothing(play: &mut Play) {
    email(play, "unknown");
}

fn email_is_refused(play: &mut Play) {
    email(play, "refused");
}

fn the_ledger_cannot_be_reached(play: &mut Play) {
    play.send_some();
    play.portal.set_ledger_fault("fail");
    play.send_all();
    play.portal.set_ledger_fault("none");
}

/// Gives up before the answer comes: the request has gone, whole.
fn the_answer_is_lost(play: &mut Play) {
    for number in play.numbers() {
        cut_off(play, number, 0);
    }
    play.send_all();
}

/// Gives up in the middle of the request.
fn the_request_is_lost(play: &mut Play) {
    for number in play.numbers() {
        let missing = 1 + play.draw(400) as usize;
        cut_off(play, number, missing);
    }
    play.send_all();
}

fn cut_off(play: &Play, number: u32, missing: usize) {
    let body = Play::body(number);
    let url = play.portal.url("");
    let host = url.trim_start_matches("http://");
    let mut connection = TcpStream::connect(host).expect("the portal listens");
    let head = format!(
        "POST /api/applications HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\nx-portal: 1\r\n\
         sec-fetch-site: same-origin\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes()).expect("it can be written to");
    connection.write_all(&body[..body.len().saturating_sub(missing)]).expect("it can be written to");
    connection.flush().expect("it can be written to");
}

fn everything_comes_twice_at_once(play: &mut Play) {
    for number in play.numbers() {
        let url = play.portal.url("/api/applications");
        let receipts: Vec<Receipt> = std::thread::scope(|scope| {
            let sends: Vec<_> =
                (0..4).map(|_| scope.spawn(|| send(&agent(), call_request(&url, Play::body(number))))).collect();
            sends.into_iter().map(|send| send.join().expect("a thread").expect("an answer").json()).collect()
        });
        for receipt in receipts {
            play.note(number, &receipt);
        }
    }
}

fn the_door_falls(play: &mut Play) {
    play.send_some();
    let _ = play.portal.call_raw("/dev/panic/api", b"{}".to_vec());
    play.send_all();
}

fn the_ledger_falls(play: &mut Play) {
    play.send_some();
    let _ = play.portal.call_raw("/dev/panic/ledger", b"{}".to_vec());
    play.send_all();
}

fn the_runtime_is_killed(play: &mut Play) {
    let number = play.numbers().start;
    let url = play.portal.url("/api/applications");
    std::thread::scope(|scope| {
        scope.spawn(|| drop(send(&agent(), call_request(&url, Play::body(number)))));
        play.portal.kill_and_restart();
    });
    play.send_all();
}

fn the_clock_jumps(play: &mut Play) {
    play.send_some();
    let hours = i64::from(play.draw(40)) - 10;
    play.portal.set_clock((play.hours + hours) * HOUR_MS);
    play.send_all();
    play.portal.work_outbox();
    play.hours += hours.max(0);
}

fn two_alarms_ring_at_once(play: &mut Play) {
    play.send_all();
    let url = play.portal.url("/dev/alarm");
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| send(&agent(), call_request(&url, b"{}".to_vec())).expect("an answer"));
        }
    });
}

fn keys_are_rotated_and_the_ledger_lost(play: &mut Play) {
    play.send_all();
    play.portal.work_outbox();
    let seed = play.seed;
    let keys = format!("r{seed}:{},{}", format!("{:02x}", seed + 1).repeat(32), play.portal.sealing_keys());
    play.portal.restart_with_sealing_keys(&keys);
    play.advance(1);
    let count = play.portal.records().len() as u64;
    assert_eq!(play.portal.wipe_and_restore(), count);
}

macro_rules! kinds {
    ($($fault:ident),* $(,)?) => {
        $(mod $fault {
            #[test]
            fn on_ten_seeds() {
                super::ten_seeds(stringify!($fault), super::$fault);
            }
        })*
    };
}

kinds!(
    kv_refuses,
    kv_keeps_and_says_it_did_not,
    kv_is_late,
    email_fails,
    email_goes_and_says_nothing,
    email_is_refused,
    the_ledger_cannot_be_reached,
    the_answer_is_lost,
    the_request_is_lost,
    everything_comes_twice_at_once,
    the_door_falls,
    the_ledger_falls,
    the_runtime_is_killed,
    the_clock_jumps,
    two_alarms_ring_at_once,
    keys_are_rotated_and_the_ledger_lost,
);
