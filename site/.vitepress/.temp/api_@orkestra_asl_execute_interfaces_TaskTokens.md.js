import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TaskTokens","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/TaskTokens.md","filePath":"api/@orkestra/asl/execute/interfaces/TaskTokens.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/TaskTokens.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / TaskTokens</p><h1 id="interface-tasktokens" tabindex="-1">Interface: TaskTokens <a class="header-anchor" href="#interface-tasktokens" aria-label="Permalink to &quot;Interface: TaskTokens&quot;">​</a></h1><p>The other end of the tokens of an execution: what SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat are on AWS.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fail"></a> <code>fail</code></td><td><code>readonly</code></td><td>(<code>token</code>, <code>error?</code>, <code>cause?</code>) =&gt; <code>void</code></td><td>-</td></tr><tr><td><a id="property-heartbeat"></a> <code>heartbeat</code></td><td><code>readonly</code></td><td>(<code>token</code>) =&gt; <code>void</code></td><td>-</td></tr><tr><td><a id="property-succeed"></a> <code>succeed</code></td><td><code>readonly</code></td><td>(<code>token</code>, <code>output</code>) =&gt; <code>void</code></td><td>The task&#39;s result. <strong>Throws</strong> Error for a token that nobody waits for.</td></tr><tr><td><a id="property-waiting"></a> <code>waiting</code></td><td><code>readonly</code></td><td>() =&gt; readonly <code>string</code>[]</td><td>The tokens that wait for an answer, oldest first.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/TaskTokens.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TaskTokens = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TaskTokens as default
};
