import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TaskContext","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/TaskContext.md","filePath":"api/@orkestra/asl/execute/interfaces/TaskContext.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/TaskContext.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / TaskContext</p><h1 id="interface-taskcontext" tabindex="-1">Interface: TaskContext <a class="header-anchor" href="#interface-taskcontext" aria-label="Permalink to &quot;Interface: TaskContext&quot;">​</a></h1><p>What a stand-in gets as its second argument.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-attempt"></a> <code>attempt</code></td><td><code>readonly</code></td><td><code>number</code></td><td>0 for the first.</td></tr><tr><td><a id="property-heartbeat"></a> <code>heartbeat</code></td><td><code>readonly</code></td><td>() =&gt; <code>void</code></td><td>Says that the task is still at work, for its <code>HeartbeatSeconds</code>.</td></tr><tr><td><a id="property-isover"></a> <code>isOver</code></td><td><code>readonly</code></td><td>() =&gt; <code>boolean</code></td><td>Whether nobody waits for its answer any more: it was answered, or timed out, or the execution ended.</td></tr><tr><td><a id="property-queue"></a> <code>queue</code></td><td><code>readonly</code></td><td>() =&gt; <code>void</code></td><td>Of an activity, called before anything is awaited: no worker has taken it yet, and <code>started</code> is going to say when one does.</td></tr><tr><td><a id="property-resource"></a> <code>resource</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-rolearn"></a> <code>roleArn</code></td><td><code>readonly</code></td><td><code>string</code> | <code>undefined</code></td><td>The role that the task assumes, of its <code>Credentials</code>.</td></tr><tr><td><a id="property-sleep"></a> <code>sleep</code></td><td><code>readonly</code></td><td>(<code>milliseconds</code>) =&gt; <code>Promise</code>&lt;<code>void</code>&gt;</td><td>Waits on the execution&#39;s own clock: on the virtual one it takes no time, and the task&#39;s time-out counts it.</td></tr><tr><td><a id="property-started"></a> <code>started</code></td><td><code>readonly</code></td><td>() =&gt; <code>void</code></td><td>-</td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-token"></a> <code>token</code></td><td><code>readonly</code></td><td><code>string</code> | <code>undefined</code></td><td>Of a <code>.waitForTaskToken</code> task.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/TaskContext.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TaskContext = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TaskContext as default
};
