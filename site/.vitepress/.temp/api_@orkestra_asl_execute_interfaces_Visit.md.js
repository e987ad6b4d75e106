import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Visit","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/Visit.md","filePath":"api/@orkestra/asl/execute/interfaces/Visit.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/Visit.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / Visit</p><h1 id="interface-visit" tabindex="-1">Interface: Visit <a class="header-anchor" href="#interface-visit" aria-label="Permalink to &quot;Interface: Visit&quot;">​</a></h1><p>One stay in a state.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-attempts"></a> <code>attempts</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How often its task was started; 0 where it has none.</td></tr><tr><td><a id="property-cause"></a> <code>cause?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-depth"></a> <code>depth</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many states it is inside of.</td></tr><tr><td><a id="property-enteredat"></a> <code>enteredAt</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Milliseconds since the start of the execution.</td></tr><tr><td><a id="property-error"></a> <code>error?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The last error in it: caught, when there is an output, or else what failed it.</td></tr><tr><td><a id="property-input"></a> <code>input</code></td><td><code>readonly</code></td><td><code>unknown</code></td><td>-</td></tr><tr><td><a id="property-leftat"></a> <code>leftAt?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-output"></a> <code>output?</code></td><td><code>readonly</code></td><td><code>unknown</code></td><td>Absent where the state was not left.</td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/StateType.html"><code>StateType</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/Visit.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Visit = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Visit as default
};
