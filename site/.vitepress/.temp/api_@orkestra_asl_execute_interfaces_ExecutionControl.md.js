import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ExecutionControl","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/ExecutionControl.md","filePath":"api/@orkestra/asl/execute/interfaces/ExecutionControl.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/ExecutionControl.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / ExecutionControl</p><h1 id="interface-executioncontrol" tabindex="-1">Interface: ExecutionControl <a class="header-anchor" href="#interface-executioncontrol" aria-label="Permalink to &quot;Interface: ExecutionControl&quot;">​</a></h1><p>The handle with which somebody outside holds one execution.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-held"></a> <code>held</code></td><td><code>readonly</code></td><td>() =&gt; readonly <code>string</code>[]</td><td>The names of the states that are held before they are entered, the oldest first.</td></tr><tr><td><a id="property-history"></a> <code>history</code></td><td><code>readonly</code></td><td>() =&gt; readonly <a href="./../type-aliases/HistoryEvent.html"><code>HistoryEvent</code></a>[]</td><td>What has happened so far. Empty before the execution starts, and without a history.</td></tr><tr><td><a id="property-ispaused"></a> <code>isPaused</code></td><td><code>readonly</code></td><td>() =&gt; <code>boolean</code></td><td>-</td></tr><tr><td><a id="property-pause"></a> <code>pause</code></td><td><code>readonly</code></td><td>() =&gt; <code>void</code></td><td>Holds every thread of the execution before the next state that it would enter. What a state has begun goes on: a task, a wait. The virtual clock stands still while a thread is held; the real one does not.</td></tr><tr><td><a id="property-resume"></a> <code>resume</code></td><td><code>readonly</code></td><td>() =&gt; <code>void</code></td><td>Lets all go on.</td></tr><tr><td><a id="property-step"></a> <code>step</code></td><td><code>readonly</code></td><td>() =&gt; <code>void</code></td><td>While paused: lets one held thread enter its state, the one that has been held longest, or the next to come.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/ExecutionControl.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ExecutionControl = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ExecutionControl as default
};
