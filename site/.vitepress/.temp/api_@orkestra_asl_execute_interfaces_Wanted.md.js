import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Wanted","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/Wanted.md","filePath":"api/@orkestra/asl/execute/interfaces/Wanted.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/Wanted.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / Wanted</p><h1 id="interface-wanted" tabindex="-1">Interface: Wanted <a class="header-anchor" href="#interface-wanted" aria-label="Permalink to &quot;Interface: Wanted&quot;">​</a></h1><p>What a task needs and nothing was given for: a function, by its name or ARN, or a service, by its resource.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>readonly</code></td><td><code>&quot;lambda&quot;</code> | <code>&quot;service&quot;</code></td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/Wanted.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Wanted = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Wanted as default
};
