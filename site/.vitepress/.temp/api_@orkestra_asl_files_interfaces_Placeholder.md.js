import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Placeholder","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/files/interfaces/Placeholder.md","filePath":"api/@orkestra/asl/files/interfaces/Placeholder.md"}');
const _sfc_main = { name: "api/@orkestra/asl/files/interfaces/Placeholder.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/files</a> / Placeholder</p><h1 id="interface-placeholder" tabindex="-1">Interface: Placeholder <a class="header-anchor" href="#interface-placeholder" aria-label="Permalink to &quot;Interface: Placeholder&quot;">​</a></h1><p>A <code>\${…}</code> in a definition, which a template or a tool replaces before AWS reads it.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bare"></a> <code>bare</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Those of them where it stands without quotes, so that whatever fills it may be any value.</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What stands between the braces.</td></tr><tr><td><a id="property-paths"></a> <code>paths</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>JSON pointers of the values and keys that hold it.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/files/interfaces/Placeholder.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Placeholder = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Placeholder as default
};
