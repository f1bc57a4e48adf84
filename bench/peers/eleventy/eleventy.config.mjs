// Markdown is Markdown only: no template language runs over the texts of claims.
export default function (configuration) {
  configuration.setQuietMode(true);
  configuration.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return { dir: { input: "content", includes: "../_includes", output: "site" }, markdownTemplateEngine: false };
}
