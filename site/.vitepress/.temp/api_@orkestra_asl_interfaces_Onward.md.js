import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Onward","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Onward.md","filePath":"api/@orkestra/asl/interfaces/Onward.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Onward.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Onward</p><h1 id="interface-onward" tabindex="-1">Interface: Onward <a class="header-anchor" href="#interface-onward" aria-label="Permalink to &quot;Interface: Onward&quot;">​</a></h1><p>Where a state leads: to the next one, or to the end of its scope.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./TaskState.html"><code>TaskState</code></a></li><li><a href="./PassState.html"><code>PassState</code></a></li><li><a href="./ParallelState.html"><code>ParallelState</code></a></li><li><a href="./MapState.html"><code>MapState</code></a></li><li><a href="./WaitState.html"><code>WaitState</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-end"></a> <code>End?</code></td><td><code>true</code></td></tr><tr><td><a id="property-next"></a> <code>Next?</code></td><td><code>string</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Onward.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Onward = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Onward as default
};
