/** The colours of drawings, for light and for dark: contrast of text is 4.5 and more in both. */
export const style = `.orkestra{--paper:#fff;--ink:#1b1f24;--soft:#57606a;--line:#6e7781;--task:#eaf2fd;--task-line:#2f6fbf;--pass:#f3f4f6;--wait:#fff4d6;--wait-line:#9a6700;--bad:#fdeceb;--bad-line:#c0392b;--bad-ink:#a12b1f;--group:#f7f8fa;background:var(--paper);font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:13px}
@media (prefers-color-scheme:dark){.orkestra{--paper:#14181d;--ink:#e6edf3;--soft:#a3adb8;--line:#8b949e;--task:#16283f;--task-line:#6ca8f0;--pass:#22272e;--wait:#33290f;--wait-line:#d6a431;--bad:#3a1a18;--bad-line:#f0796d;--bad-ink:#ff9d93;--group:#1a2027}}
.orkestra .paper{fill:var(--paper)}
.orkestra text{fill:var(--ink);text-anchor:middle}
.orkestra .outline{fill:var(--pass);stroke:var(--line);stroke-width:1.5}
.orkestra .start .outline,.orkestra .end .core{fill:var(--ink);stroke:none}
.orkestra .end .outline{fill:none;stroke:var(--ink)}
.orkestra .task .outline{fill:var(--task);stroke:var(--task-line)}
.orkestra .wait .outline,.orkestra .choice .outline{fill:var(--wait);stroke:var(--wait-line)}
.orkestra .succeed .outline{fill:var(--task);stroke:var(--task-line);stroke-width:2}
.orkestra .fail .outline{fill:var(--bad);stroke:var(--bad-line);stroke-width:2}
.orkestra .failed .outline{fill:var(--bad);stroke:var(--bad-line);stroke-dasharray:5 3}
.orkestra .group>.outline{fill:var(--group);fill-opacity:.6}
.orkestra .group text{font-weight:600;text-anchor:start}
.orkestra .keep>.outline,.orkestra .sequence>.outline{stroke-dasharray:2 3}
.orkestra .capture>.outline,.orkestra .catch>.outline,.orkestra .retry>.outline{stroke-dasharray:6 4}
.orkestra .capture>.outline,.orkestra .catch>.outline{stroke:var(--bad-line)}
.orkestra .retry>.outline{stroke:var(--wait-line)}
.orkestra .arrow{fill:none;stroke:var(--line);stroke-width:1.5}
.orkestra .arrow.error{stroke:var(--bad-line);stroke-dasharray:4 3}
.orkestra .arrow.retry{stroke:var(--wait-line)}
.orkestra .head{fill:var(--line)}
.orkestra .head.error{fill:var(--bad-line)}
.orkestra .head.retry{fill:var(--wait-line)}
.orkestra .label rect{fill:var(--paper);fill-opacity:.88}
.orkestra .label text{font-size:11px;fill:var(--soft)}
.orkestra .label.error text{fill:var(--bad-ink)}
.orkestra .label.retry text{fill:var(--ink);text-anchor:start}`
