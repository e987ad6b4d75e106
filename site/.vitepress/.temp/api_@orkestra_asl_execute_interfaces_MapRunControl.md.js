import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MapRunControl","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/MapRunControl.md","filePath":"api/@orkestra/asl/execute/interfaces/MapRunControl.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/MapRunControl.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / MapRunControl</p><h1 id="interface-mapruncontrol" tabindex="-1">Interface: MapRunControl <a class="header-anchor" href="#interface-mapruncontrol" aria-label="Permalink to &quot;Interface: MapRunControl&quot;">​</a></h1><p>A run of a distributed Map that has begun, for whoever holds the execution.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-executions"></a> <code>executions</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many children there will be: fewer than items, where they are batched.</td></tr><tr><td><a id="property-items"></a> <code>items</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-maprunarn"></a> <code>mapRunArn</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-settings"></a> <code>settings</code></td><td><code>readonly</code></td><td>() =&gt; <a href="./MapRunSettings.html"><code>MapRunSettings</code></a></td><td>-</td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the Map.</td></tr><tr><td><a id="property-update"></a> <code>update</code></td><td><code>readonly</code></td><td>(<code>settings</code>) =&gt; <code>void</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/MapRunControl.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MapRunControl = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MapRunControl as default
};
