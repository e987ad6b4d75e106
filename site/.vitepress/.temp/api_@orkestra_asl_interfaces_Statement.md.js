import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Statement","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Statement.md","filePath":"api/@orkestra/asl/interfaces/Statement.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Statement.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Statement</p><h1 id="interface-statement" tabindex="-1">Interface: Statement <a class="header-anchor" href="#interface-statement" aria-label="Permalink to &quot;Interface: Statement&quot;">​</a></h1><p>Policies as data, and what cannot be said in one.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-action"></a> <code>Action</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td></tr><tr><td><a id="property-condition"></a> <code>Condition?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code> | readonly <code>string</code>[]&gt;&gt;&gt;&gt;</td></tr><tr><td><a id="property-effect"></a> <code>Effect</code></td><td><code>readonly</code></td><td><code>&quot;Allow&quot;</code></td></tr><tr><td><a id="property-resource"></a> <code>Resource</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Statement.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Statement = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Statement as default
};
