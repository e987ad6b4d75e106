import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Coverage","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/Coverage.md","filePath":"api/@orkestra/asl/execute/interfaces/Coverage.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/Coverage.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / Coverage</p><h1 id="interface-coverage" tabindex="-1">Interface: Coverage <a class="header-anchor" href="#interface-coverage" aria-label="Permalink to &quot;Interface: Coverage&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-states"></a> <code>states</code></td><td><code>readonly</code></td><td><a href="./Share.html"><code>Share</code></a>&lt;<code>string</code>&gt;</td></tr><tr><td><a id="property-transitions"></a> <code>transitions</code></td><td><code>readonly</code></td><td><a href="./Share.html"><code>Share</code></a>&lt;<a href="./Transition.html"><code>Transition</code></a>&gt;</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/Coverage.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Coverage = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Coverage as default
};
