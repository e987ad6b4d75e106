import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: References","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/References.md","filePath":"api/@orkestra/asl/interfaces/References.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/References.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / References</p><h1 id="interface-references" tabindex="-1">Interface: References <a class="header-anchor" href="#interface-references" aria-label="Permalink to &quot;Interface: References&quot;">​</a></h1><p>What whoever writes references knows of them, and a definition does not tell.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./PolicyOptions.html"><code>PolicyOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-assume"></a> <code>assume?</code></td><td><code>readonly</code></td><td><code>&quot;name&quot;</code></td><td>What a reference is taken for in a field that takes a name or an ARN, where <code>meaningOf</code> does not say. By default that is not known.</td></tr><tr><td><a id="property-executionsof"></a> <code>executionsOf?</code></td><td><code>readonly</code></td><td>(<code>stateMachineArn</code>) =&gt; <code>string</code> | <code>undefined</code></td><td>The ARN of the executions of a machine, by that machine&#39;s. By default read from the ARN.</td></tr><tr><td><a id="property-meaningof"></a> <code>meaningOf?</code></td><td><code>readonly</code></td><td>(<code>text</code>) =&gt; <a href="./../type-aliases/Meaning.html"><code>Meaning</code></a> | <code>undefined</code></td><td>What a text with a reference stands for, as <code>\${Table}</code>; <code>undefined</code> when that is not known either.</td></tr><tr><td><a id="property-queueof"></a> <code>queueOf?</code></td><td><code>readonly</code></td><td>(<code>queueUrl</code>) =&gt; <code>string</code> | <code>undefined</code></td><td>The ARN of a queue by its URL, where that is a reference. By default read from the URL.</td></tr><tr><td><a id="property-rolesof"></a> <code>rolesOf?</code></td><td><code>readonly</code></td><td>(<code>taskDefinition</code>) =&gt; readonly <code>string</code>[] | <code>undefined</code></td><td>The ARNs of the roles that a task definition of ECS names.</td></tr><tr><td><a id="property-secretof"></a> <code>secretOf?</code></td><td><code>readonly</code></td><td>(<code>connectionArn</code>) =&gt; <code>string</code> | <code>undefined</code></td><td>The ARN of the secret in which an EventBridge connection keeps its credentials. By default read from the connection&#39;s ARN.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/References.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const References = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  References as default
};
