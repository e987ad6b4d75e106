import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PolicyDocument","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/PolicyDocument.md","filePath":"api/@orkestra/asl/interfaces/PolicyDocument.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/PolicyDocument.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / PolicyDocument</p><h1 id="interface-policydocument" tabindex="-1">Interface: PolicyDocument <a class="header-anchor" href="#interface-policydocument" aria-label="Permalink to &quot;Interface: PolicyDocument&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-statement"></a> <code>Statement</code></td><td><code>readonly</code></td><td>readonly <a href="./Statement.html"><code>Statement</code></a>[]</td></tr><tr><td><a id="property-version"></a> <code>Version</code></td><td><code>readonly</code></td><td><code>&quot;2012-10-17&quot;</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/PolicyDocument.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PolicyDocument = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PolicyDocument as default
};
