import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: IdempotentOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/idempotency/interfaces/IdempotentOptions.md","filePath":"api/@orkestra/handler/idempotency/interfaces/IdempotentOptions.md"}');
const _sfc_main = { name: "api/@orkestra/handler/idempotency/interfaces/IdempotentOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/handler/idempotency</a> / IdempotentOptions</p><h1 id="interface-idempotentoptions" tabindex="-1">Interface: IdempotentOptions <a class="header-anchor" href="#interface-idempotentoptions" aria-label="Permalink to &quot;Interface: IdempotentOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-config"></a> <code>config?</code></td><td><code>readonly</code></td><td><code>IdempotencyConfig</code></td><td>Options of Powertools: which part of the event is the key, how long a result is kept.</td></tr><tr><td><a id="property-key"></a> <code>key?</code></td><td><code>readonly</code></td><td>(<code>event</code>, <code>context</code>) =&gt; <code>unknown</code></td><td>What tells one piece of work from another. By default the execution, the state, when it was entered, and the event.</td></tr><tr><td><a id="property-persistencestore"></a> <code>persistenceStore</code></td><td><code>readonly</code></td><td><code>BasePersistenceLayer</code></td><td>Where Powertools keeps what was done: <code>new DynamoDBPersistenceLayer({ tableName })</code> or your own.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/idempotency/interfaces/IdempotentOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const IdempotentOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  IdempotentOptions as default
};
