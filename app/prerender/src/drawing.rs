//! Small drawings: a pair, and the steps of a programme. They repeat what the words beside them say, and stay silent.

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

/// One for each of the first steps; further steps take the last.
const STEPS: [&str; 5] = [
    r#"<rect x="14" y="5" width="20" height="38" rx="4"/><path d="M19 14h10M19 21h10M19 28h6M22 38h4"/>"#,
    r#"<path d="M12 5h24v38l-4-3-4 3-4-3-4 3-4-3-4 3z"/><path d="M18 15h12M18 22h12M18 29h6"/>"#,
    r#"<circle cx="24" cy="24" r="18"/><path d="M24 13v11l8 5"/>"#,
    r#"<circle cx="15" cy="18" r="6"/><circle cx="33" cy="18" r="6"/><path d="M4 38v-3a11 11 0 0 1 22 0v3M29 25a11 11 0 0 1 15 10v3"/>"#,
    r#"<path d="M5 9h25v17H16l-6 6v-6H5z"/><path d="M34 18h9v16h-4v6l-6-6H21v-4"/>"#,
];

/// A numbered list of steps, said by `say`, with a drawing beside each.
pub fn steps(steps: &[Text], say: impl Fn(&Text) -> AnyView) -> AnyView {
    let last = STEPS.len() - 1;
    // Where there are fewer steps than drawings, the reading by staff is left out: the ends are what all have.
    let drawing_of = |index: usize| if steps.len() == last && index >= 2 { index + 1 } else { index.min(last) };
    let lines = steps.iter().enumerate().map(|(index, step)| {
        let drawing = STEPS.get(drawing_of(index)).copied().unwrap_or_default();
        view! {
            <li>
                <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false" inner_html=drawing></svg>
                <span>{say(step)}</span>
            </li>
        }
    });
    view! { <ol class="steps">{lines.collect_view()}</ol> }.into_any()
}
