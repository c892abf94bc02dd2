package org.mingqu.enclave.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.ModelSpec;

/// A model as PMML 4.4 (Data Mining Group): a regression with its coefficients, and how it came about.
final class Pmml {

    private Pmml() {}

    /// A coefficient as it leaves.
    ///
    /// @param column null for the constant
    /// @param level null for a number
    record Coefficient(@Nullable String column, @Nullable String level, double value) {}

    /// @param positive the value of the target that a logistic model gives the chance of
    /// @param negative its other value
    static String of(
            ModelSpec spec,
            List<ModelColumn> columns,
            List<Coefficient> coefficients,
            String positive,
            String negative,
            Map<String, String> facts) {
        var logistic = spec.kind() == ModelSpec.Kind.LOGISTIC;
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
                """);
        xml.append("  <Header>\n");
        new TreeMap<>(facts)
                .forEach((name, value) -> xml.append(
                        "    <Extension name=\"%s\" value=\"%s\"/>\n".formatted(escaped(name), escaped(value))));
        xml.append("  </Header>\n  <DataDictionary>\n");
        for (var column : columns) {
            var categorical = column.categorical() || (logistic && column.name().equals(spec.target()));
            xml.append("    <DataField name=\"%s\" optype=\"%s\" dataType=\"%s\"/>\n"
                    .formatted(
                            escaped(column.name()),
                            categorical ? "categorical" : "continuous",
                            categorical ? "string" : "double"));
        }
        xml.append("  </DataDictionary>\n  <RegressionModel functionName=\"%s\"%s>\n    <MiningSchema>\n"
                .formatted(
                        logistic ? "classification" : "regression", logistic ? " normalizationMethod=\"logit\"" : ""));
        for (var column : columns) {
            xml.append("      <MiningField name=\"%s\" usageType=\"%s\"/>\n"
                    .formatted(escaped(column.name()), column.name().equals(spec.target()) ? "target" : "active"));
        }
        xml.append("    </MiningSchema>\n").append(table(coefficients, logistic ? positive : null));
        if (logistic) {
            xml.append("    <RegressionTable intercept=\"0\" targetCategory=\"%s\"/>\n".formatted(escaped(negative)));
        }
        return xml.append("  </RegressionModel>\n</PMML>\n").toString();
    }

    private static String table(List<Coefficient> coefficients, @Nullable String category) {
        var xml = new StringBuilder();
        for (var it : coefficients) {
            if (it.column() == null) {
                xml.append("    <RegressionTable intercept=\"%s\"%s>\n"
                        .formatted(
                                it.value(), category == null ? "" : " targetCategory=\"" + escaped(category) + "\""));
            } else if (it.level() == null) {
                xml.append("      <NumericPredictor name=\"%s\" coefficient=\"%s\"/>\n"
                        .formatted(escaped(it.column()), it.value()));
            } else {
                xml.append("      <CategoricalPredictor name=\"%s\" value=\"%s\" coefficient=\"%s\"/>\n"
                        .formatted(escaped(it.column()), escaped(it.level()), it.value()));
            }
        }
        return xml.append("    </RegressionTable>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
