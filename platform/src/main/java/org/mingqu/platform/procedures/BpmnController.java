package org.mingqu.platform.procedures;

import java.util.List;
import java.util.Locale;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.PageWords;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A procedure for other programs, as BPMN 2.0.
@RestController
@RequestMapping("/api")
class BpmnController {

    private final List<CaseSubject> subjects;
    private final PageWords words;

    BpmnController(List<CaseSubject> subjects, PageWords words) {
        this.subjects = subjects;
        this.words = words;
    }

    /// The procedure as BPMN 2.0, for everybody as the procedure itself.
    @GetMapping(path = "/procedures/{kind}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> bpmn(@PathVariable String kind, Locale locale) {
        var procedure = subjects.stream()
                .map(CaseSubject::procedure)
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("procedure"));
        var name = kind.toLowerCase(Locale.ROOT) + ".bpmn";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(BpmnDrawing.of(procedure, words, locale));
    }
}
