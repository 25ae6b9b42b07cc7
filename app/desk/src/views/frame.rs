//! The frame of a table: its heads, and room to be moved sideways where the page is narrow.

use crate::state::Desk;
use domain::text::Text;
use leptos::prelude::*;

/// Around lines that are drawn.
pub fn table<V: IntoView + 'static>(desk: Desk, heads: &[Text], lines: V) -> impl IntoView + use<V> {
    let heads = heads.iter().map(|head| view! { <th scope="col">{desk.say(*head)}</th> }).collect_view();
    view! {
        <div class="scroll">
            <table>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}
