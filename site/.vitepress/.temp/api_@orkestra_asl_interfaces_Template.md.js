import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Template","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Template.md","filePath":"api/@orkestra/asl/interfaces/Template.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Template.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Template</p><h1 id="interface-template" tabindex="-1">Interface: Template <a class="header-anchor" href="#interface-template" aria-label="Permalink to &quot;Interface: Template&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-awstemplateformatversion"></a> <code>AWSTemplateFormatVersion</code></td><td><code>readonly</code></td><td><code>&quot;2010-09-09&quot;</code></td></tr><tr><td><a id="property-description"></a> <code>Description?</code></td><td><code>readonly</code></td><td><code>string</code></td></tr><tr><td><a id="property-metadata"></a> <code>Metadata?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;&gt;</td></tr><tr><td><a id="property-outputs"></a> <code>Outputs</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;&gt;&gt;&gt;</td></tr><tr><td><a id="property-parameters"></a> <code>Parameters?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;&gt;&gt;&gt;</td></tr><tr><td><a id="property-resources"></a> <code>Resources</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./Resource.html"><code>Resource</code></a>&gt;&gt;</td></tr><tr><td><a id="property-transform"></a> <code>Transform?</code></td><td><code>readonly</code></td><td><code>string</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Template.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Template = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Template as default
};
