package org.mingqu.platform.mandate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// An agreement in force as a machine-readable policy. Source: ODRL Information Model 2.2 and ODRL Vocabulary 2.2 (W3C,
/// 2018); every action, operand and operator is a term of that vocabulary.
@Component
class Policy {

    private static final String CATALOGUE = "urn:mingqu:catalogue";
    private static final String PLATFORM = "urn:mingqu:platform";
    private static final String SCENARIO = "urn:mingqu:purpose:approved-scenario";

    /// What art. 32 forbids: leaking, tampering, destroying, raw export, reconstruction, passing on.
    private static final List<String> FORBIDDEN =
            List.of("distribute", "modify", "extract", "give", "sell", "transfer");

    Policy() {}

    /// The policy as JSON-LD.
    ///
    /// @throws org.mingqu.platform.rules.Refusal.NotOpen if the agreement is not in force
    Map<String, Object> of(Mandate it) {
        if (!it.stage().isGood() || it.text() == null) {
            throw Refusals.notOpen("mandate-not-in-force", "12", List.of(), Map.of());
        }
        var policy = new LinkedHashMap<String, Object>();
        policy.put("@context", "http://www.w3.org/ns/odrl.jsonld");
        policy.put("@type", "Agreement");
        policy.put("uid", "urn:uuid:" + it.id());
        policy.put("profile", "https://mingqu.org/ns/odrl-profile");
        policy.put("conflict", "prohibit");
        policy.put(
                "assigner", party(it.authority().id().toString(), it.authority().name()));
        policy.put(
                "assignee", party(it.operator().id().toString(), it.operator().name()));
        policy.put("permission", permissions(it));
        policy.put("prohibition", prohibitions());
        policy.put("obligation", obligations());
        return policy;
    }

    private static Map<String, Object> party(String id, String name) {
        return Map.of("@type", "Party", "uid", "urn:uuid:" + id, "http://xmlns.com/foaf/0.1/name", name);
    }

    private static List<Map<String, Object>> permissions(Mandate it) {
        var permissions = new ArrayList<Map<String, Object>>();
        for (var action : List.of("aggregate", "anonymize", "derive", "index")) {
            var rule = rule(CATALOGUE, action);
            rule.put("constraint", List.of(from(it), until(it), scenario()));
            if (action.equals("derive")) {
                rule.put("duty", List.of(Map.of("action", "reviewPolicy"), Map.of("action", "obtainConsent")));
            }
            permissions.add(rule);
        }
        var platform = rule(PLATFORM, "execute");
        platform.put("constraint", List.of(from(it), until(it)));
        permissions.add(platform);
        return permissions;
    }

    private static List<Map<String, Object>> prohibitions() {
        var prohibitions = new ArrayList<Map<String, Object>>();
        FORBIDDEN.forEach(it -> prohibitions.add(rule(CATALOGUE, it)));
        var elsewhere = rule(CATALOGUE, "use");
        elsewhere.put("constraint", List.of(constraint("purpose", "neq", Map.of("@id", SCENARIO))));
        prohibitions.add(elsewhere);
        return prohibitions;
    }

    /// Report, and delete what is left on the platform when the agreement ends (art. 14, 28).
    private static List<Map<String, Object>> obligations() {
        var report = rule(PLATFORM, "inform");
        report.put(
                "constraint",
                List.of(constraint("timeInterval", "eq", Map.of("@value", "P1M", "@type", "xsd:duration"))));
        var delete = rule(PLATFORM, "delete");
        delete.put("constraint", List.of(constraint("event", "gt", Map.of("@id", "odrl:policyUsage"))));
        return List.of(report, delete);
    }

    private static Map<String, Object> from(Mandate it) {
        return day("gteq", Objects.requireNonNull(it.from()).toString());
    }

    private static Map<String, Object> until(Mandate it) {
        return day("lteq", Objects.requireNonNull(it.until()).toString());
    }

    private static Map<String, Object> day(String operator, String day) {
        return constraint("dateTime", operator, Map.of("@value", day, "@type", "xsd:date"));
    }

    private static Map<String, Object> scenario() {
        return constraint("purpose", "eq", Map.of("@id", SCENARIO));
    }

    private static Map<String, Object> constraint(String left, String operator, Object right) {
        var constraint = new LinkedHashMap<String, Object>();
        constraint.put("leftOperand", left);
        constraint.put("operator", operator);
        constraint.put("rightOperand", right);
        return constraint;
    }

    private static Map<String, Object> rule(String target, String action) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("target", target);
        rule.put("action", action);
        return rule;
    }
}
