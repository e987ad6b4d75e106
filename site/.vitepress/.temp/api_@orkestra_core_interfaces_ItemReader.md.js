import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ItemReader","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/ItemReader.md","filePath":"api/@orkestra/core/interfaces/ItemReader.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/ItemReader.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / ItemReader</p><h1 id="interface-itemreader" tabindex="-1">Interface: ItemReader <a class="header-anchor" href="#interface-itemreader" aria-label="Permalink to &quot;Interface: ItemReader&quot;">​</a></h1><p>Where the items of a distributed map are read from.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-arguments"></a> <code>arguments</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Expression.html"><code>Expression</code></a></td><td>-</td></tr><tr><td><a id="property-config"></a> <code>config?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;&gt;</td><td>-</td></tr><tr><td><a id="property-resource"></a> <code>resource</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What stands after <code>arn:aws:states:::</code>, as <code>s3:getObject</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/ItemReader.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ItemReader = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ItemReader as default
};
