//! Small drawings: a pair, and the steps of a programme. They repeat what the words beside them say, and stay silent.

use domain::programme::Mode;
use domain::text::Text;
use leptos::prelude::*;

/// Two people and what passes between them.
pub const PAIR: &str = concat!(
    r#"<svg viewBox="0 0 320 240" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">"#,
    r#"<path class="far" d="M12 214C70 196 84 132 160 132S250 60 308 26"/>"#,
    r#"<path class="far" stroke-dasharray="1 12" d="M160 132c20 0 34-5 46-13"/>"#,
    r#"<circle cx="92" cy="116" r="17"/><path d="M58 186v-14a34 34 0 0 1 68 0v14"/>"#,
    r#"<circle cx="224" cy="58" r="17"/><path d="M190 128v-14a34 34 0 0 1 68 0v14"/>"#,
    r#"<path class="accent" d="M106 72c0-15 13-26 30-26s30 11 30 26-13 26-30 26c-4 0-9-1-12-2l-14 6 3-13c-4-5-7-11-7-17z"/>"#,
    r#"<path class="accent" d="M126 70h20M126 79h12"/></svg>"#,
);

/// Of an application's way.
const PHONE: &str =
    r#"<rect x="14" y="5" width="20" height="38" rx="4"/><path d="M19 14h10M19 21h10M19 28h6M22 38h4"/>"#;
const RECEIPT: &str = r#"<path d="M12 5h24v38l-4-3-4 3-4-3-4 3-4-3-4 3z"/><path d="M18 15h12M18 22h12M18 29h6"/>"#;
const CLOCK: &str = r#"<circle cx="24" cy="24" r="18"/><path d="M24 13v11l8 5"/>"#;
const PEOPLE: &str = r#"<circle cx="15" cy="18" r="6"/><circle cx="33" cy="18" r="6"/><path d="M4 38v-3a11 11 0 0 1 22 0v3M29 25a11 11 0 0 1 15 10v3"/>"#;
const TALK: &str = r#"<path d="M5 9h25v17H16l-6 6v-6H5z"/><path d="M34 18h9v16h-4v6l-6-6H21v-4"/>"#;
/// Of the way of those who find the mentor themselves.
const THOUGHT: &str = r#"<path d="M15 31a9 9 0 0 1-1-18 11 11 0 0 1 20-1 9.5 9.5 0 0 1 0 19z"/><circle cx="13" cy="37" r="2.5"/><circle cx="8" cy="43" r="1.5"/>"#;
const QUESTION: &str =
    r#"<path d="M6 8h36v25H24l-9 8v-8H6z"/><path d="M20 17a4 4 0 1 1 6 3.5c-1.5 1-2 1.7-2 3M24 28v.1"/>"#;
const CALENDAR: &str =
    r#"<rect x="7" y="10" width="34" height="31" rx="3"/><path d="M7 19h34M16 5v9M32 5v9M17 30l5 5 9-10"/>"#;
/// Of a year that all go through together.
const SCREEN: &str = r#"<rect x="5" y="8" width="38" height="26" rx="3"/><path d="M17 42h14M24 34v8"/><circle cx="18" cy="17" r="3"/><circle cx="30" cy="17" r="3"/><path d="M12 28a6 6 0 0 1 12 0 6 6 0 0 1 12 0"/>"#;
const FLAG: &str = r#"<path d="M13 44V6M13 8c8-5 14 5 24 0v18c-10 5-16-5-24 0"/>"#;

/// The drawing of one of so many steps.
fn drawing_of(mode: Mode, index: usize, count: usize) -> &'static str {
    let drawings: &[&str] = match mode {
        Mode::Own => &[THOUGHT, QUESTION, CLOCK, PEOPLE, CALENDAR],
        Mode::Cohort if index + 1 == count => &[FLAG],
        Mode::Cohort => &[PEOPLE, SCREEN],
        // Without the reading by staff: the ends are what all have.
        Mode::Choice | Mode::Listing if count == 4 => &[PHONE, RECEIPT, PEOPLE, TALK],
        Mode::Choice | Mode::Listing => &[PHONE, RECEIPT, CLOCK, PEOPLE, TALK],
    };
    drawings.get(index).or(drawings.last()).copied().unwrap_or_default()
}

/// A numbered list of steps, said by `say`, with a drawing beside each. Where everybody goes through a year together, a
/// line leads from its beginning to its end.
pub fn steps(mode: Mode, steps: &[Text], say: impl Fn(&Text) -> AnyView) -> AnyView {
    let lines = steps.iter().enumerate().map(|(index, step)| {
        view! {
            <li>
                <svg
                    viewBox="0 0 48 48"
                    aria-hidden="true"
                    focusable="false"
                    inner_html=drawing_of(mode, index, steps.len())
                ></svg>
                <span>{say(step)}</span>
            </li>
        }
    });
    let class = if mode == Mode::Cohort { "steps year" } else { "steps" };
    view! { <ol class=class>{lines.collect_view()}</ol> }.into_any()
}
