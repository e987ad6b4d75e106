import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Attachments","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Attachments.md","filePath":"api/@orkestra/asl/interfaces/Attachments.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Attachments.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Attachments</p><h1 id="interface-attachments" tabindex="-1">Interface: Attachments <a class="header-anchor" href="#interface-attachments" aria-label="Permalink to &quot;Interface: Attachments&quot;">​</a></h1><p>What a role gets: one policy of its own, and as many managed ones as the rest needs.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-exceedsquota"></a> <code>exceedsQuota</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether there are more managed policies than IAM attaches to a role without a raised quota.</td></tr><tr><td><a id="property-inline"></a> <code>inline</code></td><td><code>readonly</code></td><td><a href="./PolicyDocument.html"><code>PolicyDocument</code></a></td><td>-</td></tr><tr><td><a id="property-managed"></a> <code>managed</code></td><td><code>readonly</code></td><td>readonly <a href="./PolicyDocument.html"><code>PolicyDocument</code></a>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Attachments.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Attachments = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Attachments as default
};
