import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StateMachine","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/StateMachine.md","filePath":"api/@orkestra/asl/interfaces/StateMachine.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/StateMachine.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / StateMachine</p><h1 id="interface-statemachine" tabindex="-1">Interface: StateMachine <a class="header-anchor" href="#interface-statemachine" aria-label="Permalink to &quot;Interface: StateMachine&quot;">​</a></h1><p>A <code>States</code> object and where it begins: a machine, a branch, an item processor.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./Scope.html"><code>Scope</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-comment"></a> <code>Comment?</code></td><td><code>string</code></td><td><a href="./Scope.html"><code>Scope</code></a>.<a href="./Scope.html#property-comment"><code>Comment</code></a></td></tr><tr><td><a id="property-querylanguage"></a> <code>QueryLanguage?</code></td><td><a href="./../type-aliases/QueryLanguage.html"><code>QueryLanguage</code></a></td><td>-</td></tr><tr><td><a id="property-startat"></a> <code>StartAt</code></td><td><code>string</code></td><td><a href="./Scope.html"><code>Scope</code></a>.<a href="./Scope.html#property-startat"><code>StartAt</code></a></td></tr><tr><td><a id="property-states"></a> <code>States</code></td><td><code>Record</code>&lt;<code>string</code>, <a href="./../type-aliases/State.html"><code>State</code></a>&gt;</td><td><a href="./Scope.html"><code>Scope</code></a>.<a href="./Scope.html#property-states"><code>States</code></a></td></tr><tr><td><a id="property-timeoutseconds"></a> <code>TimeoutSeconds?</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-version"></a> <code>Version?</code></td><td><code>string</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/StateMachine.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StateMachine = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StateMachine as default
};
