//! `_headers`: what the asset layer sends with every file. The Worker keeps the same for what it fills.

/// Everything a page could ask a phone for and this one never does.
const NEVER_ASKED: [&str; 20] = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// Cloudflare takes no more.
const RULES_MAX: usize = 100;

/// The text of the file; `styles` are the hashes of the inlined styles, `built` the names of the files in `build/`.
///
/// Each of those has a rule of its own, because a rule holds for what is not there as well: while one release takes over from
/// another, a phone would keep for a year that a file is missing. Where there are more than rules, the other pages of some
/// forms are asked for anew each time.
pub fn text(styles: &[String], built: &[String]) -> String {
    let shared = shared(styles);
    let rules = shared.lines().filter(|line| line.starts_with('/')).count();
    let is_program = |name: &&String| !name.starts_with("form-");
    let (programs, others): (Vec<&String>, Vec<&String>) = built.iter().partition(is_program);
    let kept = programs.into_iter().chain(others).take(RULES_MAX - rules).map(|name| {
        format!("\n/build/{name}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n")
    });
    shared + &kept.collect::<String>()
}

fn shared(styles: &[String]) -> String {
    let policy = policy(styles);
    let permissions = NEVER_ASKED.map(|name| format!("{name}=()")).join(", ");
    format!(
        "/*\n\
         \x20 Content-Security-Policy: {policy}\n\
         \x20 Permissions-Policy: {permissions}\n\
         \x20 Referrer-Policy: same-origin\n\
         \x20 Cross-Origin-Opener-Policy: same-origin\n\
         \x20 Cross-Origin-Resource-Policy: same-origin\n\
         \x20 X-Content-Type-Options: nosniff\n\
         \x20 X-Frame-Options: DENY\n\
         \x20 Strict-Transport-Security: max-age=63072000; includeSubDomains\n\
         \x20 Cache-Control: no-cache\n\
         \x20 Content-Language: sv\n\
         \n\
         /en\n\
         \x20 ! Content-Language\n\
         \x20 Content-Language: en\n\
         \n\
         /en/*\n\
         \x20 ! Content-Language\n\
         \x20 Content-Language: en\n\
         \n\
         /en.webmanifest\n\
         \x20 ! Content-Language\n\
         \x20 Content-Language: en\n\
         \n\
         /build/*\n\
         \x20 ! Content-Language\n"
    )
}

fn policy(styles: &[String]) -> String {
    let styles: Vec<String> = styles.iter().map(|style| format!("'{style}'")).collect();
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        &format!("style-src {}", styles.join(" ")),
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_there_is_kept_for_a_year_and_programs_before_all() {
        let mut built: Vec<String> = (0..RULES_MAX).map(|number| format!("form-{number}.txt")).collect();
        built.push("portal-1.wasm".to_owned());
        let text = text(&["sha256-x".to_owned()], &built);
        let rules: Vec<&str> = text.split("\n\n").collect();
        assert_eq!(rules.len(), RULES_MAX);
        assert_eq!(rules.iter().filter(|rule| rule.contains("immutable")).count(), RULES_MAX - 5);
        for rule in rules.iter().filter(|rule| rule.contains("immutable")) {
            assert!(!rule.lines().next().unwrap().contains('*'), "{rule}");
        }
        assert!(text.contains("\n/build/portal-1.wasm\n"));
    }
}
