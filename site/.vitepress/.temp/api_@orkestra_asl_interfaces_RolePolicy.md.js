import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RolePolicy","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/RolePolicy.md","filePath":"api/@orkestra/asl/interfaces/RolePolicy.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/RolePolicy.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / RolePolicy</p><h1 id="interface-rolepolicy" tabindex="-1">Interface: RolePolicy <a class="header-anchor" href="#interface-rolepolicy" aria-label="Permalink to &quot;Interface: RolePolicy&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-document"></a> <code>document</code></td><td><code>readonly</code></td><td><a href="./PolicyDocument.html"><code>PolicyDocument</code></a></td><td>-</td></tr><tr><td><a id="property-underived"></a> <code>underived</code></td><td><code>readonly</code></td><td>readonly <a href="./Underived.html"><code>Underived</code></a>[]</td><td>What is to be granted by hand: <code>statements</code> takes it.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/RolePolicy.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RolePolicy = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RolePolicy as default
};
