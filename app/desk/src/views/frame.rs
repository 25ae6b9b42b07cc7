//! The frame of a table: its heads, and its cells with what they are about. Where the page is narrow each row is a block;
//! roles keep it a table for whoever hears it.

use crate::state::Desk;
use domain::text::Text;
use leptos::prelude::*;

/// Around lines that are drawn.
pub fn table<V: IntoView + 'static>(desk: Desk, heads: &[Text], lines: V) -> impl IntoView + use<V> {
    let head = |head: &Text| view! { <th scope="col" role="columnheader">{desk.say(*head)}</th> };
    let heads = heads.iter().map(head).collect_view();
    view! {
        <div class="scroll">
            <table class="rows" role="table">
                <thead role="rowgroup">
                    <tr role="row">{heads}</tr>
                </thead>
                <tbody role="rowgroup">{lines}</tbody>
            </table>
        </div>
    }
}

/// One cell; `head` is that of its column.
pub fn cell<V: IntoView>(desk: Desk, head: Text, words: V) -> impl IntoView + use<V> {
    view! {
        <td role="cell" data-label=desk.say(head)>
            {words}
        </td>
    }
}

/// The words of a cell that stay on one line, such as a time.
pub fn unbroken(words: String) -> impl IntoView {
    view! { <span class="unbroken">{words}</span> }
}
