import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Instrumentation","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/interfaces/Instrumentation.md","filePath":"api/@orkestra/handler/interfaces/Instrumentation.md"}');
const _sfc_main = { name: "api/@orkestra/handler/interfaces/Instrumentation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/handler</a> / Instrumentation</p><h1 id="interface-instrumentation" tabindex="-1">Interface: Instrumentation <a class="header-anchor" href="#interface-instrumentation" aria-label="Permalink to &quot;Interface: Instrumentation&quot;">​</a></h1><p>Wraps handlers in logging, tracing and the like. <code>powertools(…)</code> makes one; any object with a <code>wrap</code> is one.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-ondeadline"></a> <code>onDeadline?</code></td><td><code>readonly</code></td><td>(<code>deadline</code>) =&gt; <code>void</code></td><td>Reports, instead of the console, that little of an invocation&#39;s time is left. An error in it is ignored.</td></tr><tr><td><a id="property-passcontext"></a> <code>passContext?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether it needs to know the execution, state and attempt (<code>stepOf</code>): tasks of its handlers then pass them on.</td></tr><tr><td><a id="property-timeout"></a> <code>timeout?</code></td><td><code>readonly</code></td><td><a href="./../../core/interfaces/Duration.html"><code>Duration</code></a></td><td>The function&#39;s time-out where it has none of its own.</td></tr><tr><td><a id="property-wrap"></a> <code>wrap</code></td><td><code>readonly</code></td><td>(<code>handler</code>, <code>name</code>) =&gt; <a href="./../type-aliases/Handler.html"><code>Handler</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/interfaces/Instrumentation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Instrumentation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Instrumentation as default
};
