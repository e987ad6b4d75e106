import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Failing","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Failing.md","filePath":"api/@orkestra/core/interfaces/Failing.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Failing.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Failing</p><h1 id="interface-failing" tabindex="-1">Interface: Failing <a class="header-anchor" href="#interface-failing" aria-label="Permalink to &quot;Interface: Failing&quot;">​</a></h1><p>With what a workflow fails.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-cause"></a> <code>cause?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Of.html"><code>Of</code></a>&lt;<code>string</code>&gt;</td><td>Why, as text.</td></tr><tr><td><a id="property-error"></a> <code>error?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Of.html"><code>Of</code></a>&lt;<code>string</code>&gt;</td><td>The error&#39;s name.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Failing.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Failing = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Failing as default
};
