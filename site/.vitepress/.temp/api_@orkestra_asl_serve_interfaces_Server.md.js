import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Server","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/serve/interfaces/Server.md","filePath":"api/@orkestra/asl/serve/interfaces/Server.md"}');
const _sfc_main = { name: "api/@orkestra/asl/serve/interfaces/Server.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/serve</a> / Server</p><h1 id="interface-server" tabindex="-1">Interface: Server <a class="header-anchor" href="#interface-server" aria-label="Permalink to &quot;Interface: Server&quot;">​</a></h1><p>A server that listens.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-close"></a> <code>close</code></td><td><code>readonly</code></td><td>() =&gt; <code>Promise</code>&lt;<code>void</code>&gt;</td><td>Ends all executions and the server.</td></tr><tr><td><a id="property-port"></a> <code>port</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-problems"></a> <code>problems</code></td><td><code>readonly</code></td><td><code>ReadonlyMap</code>&lt;<code>string</code>, <a href="./Problem.html"><code>Problem</code></a>&gt;</td><td>-</td></tr><tr><td><a id="property-register"></a> <code>register</code></td><td><code>readonly</code></td><td>(<code>name</code>, <code>workflow</code>) =&gt; <code>boolean</code></td><td>Takes a workflow in, or its next version.</td></tr><tr><td><a id="property-report"></a> <code>report</code></td><td><code>readonly</code></td><td>(<code>name</code>, <code>problem?</code>) =&gt; <code>void</code></td><td>Notes what is wrong with a file that holds workflows; without a problem, that nothing is any more.</td></tr><tr><td><a id="property-unregister"></a> <code>unregister</code></td><td><code>readonly</code></td><td>(<code>name</code>) =&gt; <code>void</code></td><td>Takes a machine out. Its executions go on.</td></tr><tr><td><a id="property-url"></a> <code>url</code></td><td><code>readonly</code></td><td><code>string</code></td><td><code>http://127.0.0.1:8083</code>, for <code>endpoint</code> of a client.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/serve/interfaces/Server.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Server = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Server as default
};
