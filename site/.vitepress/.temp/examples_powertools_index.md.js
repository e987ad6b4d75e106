import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"powertools","description":"","frontmatter":{},"headers":[],"relativePath":"examples/powertools/index.md","filePath":"examples/powertools/index.md"}');
const _sfc_main = { name: "examples/powertools/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="powertools" tabindex="-1">powertools <a class="header-anchor" href="#powertools" aria-label="Permalink to &quot;powertools&quot;">​</a></h1><p><code>instrumentation</code> gives every handler of a module its logger and metrics. The input&#39;s schema is checked inside them: an event that does not fit is logged as an error and counted as <code>UncaughtError</code>. The tracer is injected the same way: <code>powertools({ logger, metrics, tracer })</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/powertools/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
