import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Catcher","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Catcher.md","filePath":"api/@orkestra/asl/interfaces/Catcher.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Catcher.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Catcher</p><h1 id="interface-catcher" tabindex="-1">Interface: Catcher <a class="header-anchor" href="#interface-catcher" aria-label="Permalink to &quot;Interface: Catcher&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-assign"></a> <code>Assign?</code></td><td><code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;</td></tr><tr><td><a id="property-comment"></a> <code>Comment?</code></td><td><code>string</code></td></tr><tr><td><a id="property-errorequals"></a> <code>ErrorEquals</code></td><td><code>string</code>[]</td></tr><tr><td><a id="property-next"></a> <code>Next</code></td><td><code>string</code></td></tr><tr><td><a id="property-output"></a> <code>Output?</code></td><td><code>unknown</code></td></tr><tr><td><a id="property-resultpath"></a> <code>ResultPath?</code></td><td><code>string</code> | <code>null</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Catcher.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Catcher = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Catcher as default
};
