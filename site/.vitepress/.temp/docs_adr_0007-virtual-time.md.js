import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"7. Virtual time without a timer","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0007-virtual-time.md","filePath":"docs/adr/0007-virtual-time.md"}');
const _sfc_main = { name: "docs/adr/0007-virtual-time.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_7-virtual-time-without-a-timer" tabindex="-1">7. Virtual time without a timer <a class="header-anchor" href="#_7-virtual-time-without-a-timer" aria-label="Permalink to &quot;7. Virtual time without a timer&quot;">​</a></h1><p><strong>Context.</strong> A run has to order what happens side by side as AWS would, while waits cost no time. Faking the process&#39;s timers would break handlers that use them; polling for quiet would make results depend on the machine.</p><p><strong>Decision.</strong> An execution runs as fibers: one at first, one more per branch and per item at work. The clock counts those that are at work. A fiber that sleeps sets an alarm and no longer counts; when the count reaches zero, everybody waits for the clock, and it jumps to the next alarm. Real promises of handlers hold it still. The first failing branch stops its siblings: their alarms are taken off and they start no further state, but a handler that is running runs to its end, as a Lambda function does.</p><p><strong>Given up.</strong> Virtual time inside handlers: a handler&#39;s own <code>setTimeout</code> takes real time.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0007-virtual-time.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0007VirtualTime = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0007VirtualTime as default
};
