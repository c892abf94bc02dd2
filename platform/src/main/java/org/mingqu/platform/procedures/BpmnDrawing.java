package org.mingqu.platform.procedures;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mingqu.platform.web.PageWords;

/// A procedure as BPMN 2.0 XML (ISO/IEC 19510), for those who keep their processes in such tools: a stage is a user
/// task or an end, a line of the table a sequence flow. It is drawn from the table, and nothing here runs it.
final class BpmnDrawing {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";

    private static final int STEP_X = 200;
    private static final int LEFT = 160;
    private static final int TOP = 80;
    private static final int WIDTH = 120;
    private static final int HEIGHT = 60;
    private static final int ROUND = 36;
    /// Flows that do not lead to the next stage run below, each a little lower than the one before.
    private static final int LANE = 24;

    private final Procedure<?, ?> procedure;
    private final PageWords words;
    private final Locale locale;
    private final StringWriter text = new StringWriter();
    private final Map<String, Integer> places = new HashMap<>();

    private BpmnDrawing(Procedure<?, ?> procedure, PageWords words, Locale locale) {
        this.procedure = procedure;
        this.words = words;
        this.locale = locale;
        procedure.stages().forEach(it -> places.put(it.name(), places.size()));
    }

    static String of(Procedure<?, ?> procedure, PageWords words, Locale locale) {
        try {
            return new BpmnDrawing(procedure, words, locale).drawn();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot be written: " + procedure.kind(), e);
        }
    }

    /// A line of the table or what time does, in the same form.
    private record Flow(String id, String from, String to, String name) {}

    private List<Flow> flows() {
        var flows = new java.util.ArrayList<Flow>();
        for (var it : procedure.moves()) {
            var name = "%s · %s".formatted(words.of("work.step." + it.step(), locale), role(it.by().name()));
            flows.add(new Flow("flow_" + flows.size(), it.from().name(), it.to().name(), name));
        }
        for (var it : procedure.lapses()) {
            flows.add(new Flow(
                    "flow_" + flows.size(),
                    it.from().name(),
                    it.to().name(),
                    words.of("work.step." + it.step(), locale)));
        }
        return flows;
    }

    private String role(String role) {
        return words.of("common.role." + role, locale);
    }

    private String drawn() throws XMLStreamException {
        var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(MODEL);
        xml.writeStartElement(MODEL, "definitions");
        xml.writeDefaultNamespace(MODEL);
        xml.writeNamespace("bpmndi", DRAWING);
        xml.writeNamespace("dc", BOUNDS);
        xml.writeNamespace("di", LINES);
        xml.writeAttribute("id", "definitions_" + procedure.kind());
        xml.writeAttribute("targetNamespace", "https://mingqu.org/procedures");
        process(xml);
        diagram(xml);
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private void process(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(MODEL, "process");
        xml.writeAttribute("id", procedure.kind());
        xml.writeAttribute("name", words.of("work.kind." + procedure.kind(), locale));
        xml.writeAttribute("isExecutable", "false");
        xml.writeEmptyElement(MODEL, "startEvent");
        xml.writeAttribute("id", "start");
        for (var stage : procedure.stages()) {
            xml.writeEmptyElement(MODEL, procedure.ends(stage) ? "endEvent" : "userTask");
            xml.writeAttribute("id", stage.name());
            xml.writeAttribute("name", words.stage(procedure.kind(), stage.name(), locale));
        }
        flow(xml, new Flow("begin", "start", procedure.stages().getFirst().name(), ""));
        for (var it : flows()) {
            flow(xml, it);
        }
        xml.writeEndElement();
    }

    private static void flow(XMLStreamWriter xml, Flow it) throws XMLStreamException {
        xml.writeEmptyElement(MODEL, "sequenceFlow");
        xml.writeAttribute("id", it.id());
        if (!it.name().isEmpty()) {
            xml.writeAttribute("name", it.name());
        }
        xml.writeAttribute("sourceRef", it.from());
        xml.writeAttribute("targetRef", it.to());
    }

    private void diagram(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(DRAWING, "BPMNDiagram");
        xml.writeStartElement(DRAWING, "BPMNPlane");
        xml.writeAttribute("bpmnElement", procedure.kind());
        shape(xml, "start", LEFT - STEP_X / 2, TOP + (HEIGHT - ROUND) / 2, ROUND, ROUND);
        for (var stage : procedure.stages()) {
            var end = procedure.ends(stage);
            var x = LEFT + STEP_X * place(stage.name());
            shape(
                    xml,
                    stage.name(),
                    end ? x + (WIDTH - ROUND) / 2 : x,
                    end ? TOP + (HEIGHT - ROUND) / 2 : TOP,
                    end ? ROUND : WIDTH,
                    end ? ROUND : HEIGHT);
        }
        edge(xml, "begin", LEFT - STEP_X / 2 + ROUND, LEFT, 0);
        var lane = 0;
        for (var it : flows()) {
            var next = place(it.to()) == place(it.from()) + 1;
            lane += next ? 0 : 1;
            edge(xml, it.id(), middle(it.from()), middle(it.to()), next ? 0 : lane);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private int place(String stage) {
        return places.getOrDefault(stage, 0);
    }

    private int middle(String stage) {
        return LEFT + STEP_X * place(stage) + WIDTH / 2;
    }

    private static void shape(XMLStreamWriter xml, String id, int x, int y, int width, int height)
            throws XMLStreamException {
        xml.writeStartElement(DRAWING, "BPMNShape");
        xml.writeAttribute("bpmnElement", id);
        xml.writeEmptyElement(BOUNDS, "Bounds");
        xml.writeAttribute("x", Integer.toString(x));
        xml.writeAttribute("y", Integer.toString(y));
        xml.writeAttribute("width", Integer.toString(width));
        xml.writeAttribute("height", Integer.toString(height));
        xml.writeEndElement();
    }

    private static void edge(XMLStreamWriter xml, String id, int from, int to, int lane) throws XMLStreamException {
        xml.writeStartElement(DRAWING, "BPMNEdge");
        xml.writeAttribute("bpmnElement", id);
        var y = TOP + HEIGHT / 2;
        var below = TOP + HEIGHT + LANE * lane;
        var bends = lane == 0
                ? new int[][] {{from, y}, {to, y}}
                : new int[][] {{from, TOP + HEIGHT}, {from, below}, {to, below}, {to, TOP + HEIGHT}};
        for (var bend : bends) {
            xml.writeEmptyElement(LINES, "waypoint");
            xml.writeAttribute("x", Integer.toString(bend[0]));
            xml.writeAttribute("y", Integer.toString(bend[1]));
        }
        xml.writeEndElement();
    }
}
