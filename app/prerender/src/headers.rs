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

/// The text of the file; `styles` are the hashes of the inlined styles. What lies in `build/` is no page: what speaks of one is
/// left out there. How long it may be kept, the Worker says.
pub fn text(styles: &[String]) -> String {
    let policy = policy(styles);
    let permissions = NEVER_ASKED.map(|name| format!("{name}=()")).join(", ");
    let desk: String = ["/desk", "/desk/*", "/en/desk", "/en/desk/*"].map(alone).concat();
    format!(
        "/*\n\
         \x20 Content-Security-Policy: {policy}\n\
         \x20 Permissions-Policy: {permissions}\n\
         \x20 Referrer-Policy: same-origin\n\
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
         \x20 ! Permissions-Policy\n\
         \x20 ! Referrer-Policy\n\
         \x20 ! X-Frame-Options\n\
         \x20 ! Content-Language\n\
         {desk}"
    )
}

/// The rule of a page that shares no process with who opened it. Not one of every page: the browser then makes a process anew
/// once the answer has come, which costs a first visit on a slow phone 45 to 70 ms. What the Worker fills for a person has it.
fn alone(path: &str) -> String {
    format!("\n{path}\n  Cross-Origin-Opener-Policy: same-origin\n")
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
