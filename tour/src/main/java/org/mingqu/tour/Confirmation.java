package org.mingqu.tour;

import static java.util.Objects.requireNonNullElse;

import org.mingqu.district.Resource;
import tools.jackson.databind.node.ObjectNode;

/// What the person of a department makes of the detected columns.
final class Confirmation {

    private Confirmation() {}

    static ObjectNode of(Resource it) {
        var form = Person.form()
                .put("subject", requireNonNullElse(it.subject(), ""))
                .put("subjectKind", it.subjectKind().code());
        var columns = form.putArray("columns");
        for (var column : it.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("label", column.label())
                    .put("meaning", column.meaning())
                    .put("type", column.type().name())
                    .put("scale", column.scale())
                    .put("columnClass", column.columnClass().name())
                    .put("grade", column.grade())
                    .put("lower", column.lower())
                    .put("upper", column.upper());
        }
        return form;
    }
}
