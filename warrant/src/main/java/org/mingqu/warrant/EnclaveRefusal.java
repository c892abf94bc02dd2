package org.mingqu.warrant;

import java.util.List;
import java.util.Map;

/// Why the enclave did not do as ordered. It never carries a value of the data, nor a message of an engine.
///
/// @param type stable code, such as `workspace-suspended`; the texts are in [EnclaveText]
/// @param article of the Measures by which, or empty
/// @param parameters for the text
/// @param findings where the guard refused a query; else empty
public record EnclaveRefusal(String type, String article, Map<String, String> parameters, List<Finding> findings) {

    public EnclaveRefusal {
        parameters = Map.copyOf(parameters);
        findings = List.copyOf(findings);
    }

    /// A refusal without findings.
    ///
    /// @param parameters names and values in turn
    public static EnclaveRefusal of(String type, String article, String... parameters) {
        var map = new java.util.HashMap<String, String>();
        for (var i = 0; i + 1 < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        return new EnclaveRefusal(type, article, map, List.of());
    }
}
