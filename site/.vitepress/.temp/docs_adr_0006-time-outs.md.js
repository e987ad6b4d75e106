import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"6. Time-outs","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0006-time-outs.md","filePath":"docs/adr/0006-time-outs.md"}');
const _sfc_main = { name: "docs/adr/0006-time-outs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_6-time-outs" tabindex="-1">6. Time-outs <a class="header-anchor" href="#_6-time-outs" aria-label="Permalink to &quot;6. Time-outs&quot;">​</a></h1><p><strong>Context.</strong> A Lambda time-out reaches Step Functions as an error of the function; but a task that is lost, or whose response is, hangs until the execution ends, which for a STANDARD machine is a year.</p><p><strong>Decision.</strong> The function&#39;s <code>timeout</code> also makes the Task&#39;s <code>TimeoutSeconds</code>: plus 10 s for a cold start, so that Lambda&#39;s own error, which says more, comes first. <code>taskTimeout</code> overrides it and <code>false</code> leaves it out; where no time-out is known, none is emitted, as ours would be a guess. Durations are plain data, <code>{ seconds }</code>, rounded up where ASL and Lambda want whole numbers.</p><p><code>run</code> has a virtual clock: back-offs take no time, and a handler takes as long as it takes without moving the clock, so it cannot time out. With <code>clock: &quot;real&quot;</code> it can.</p><p><strong>Given up.</strong> A default for functions that name no time-out.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0006-time-outs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0006TimeOuts = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0006TimeOuts as default
};
