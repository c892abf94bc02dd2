package org.mingqu.platform.selection;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/notices`: the selections that were published, for anybody to read (art. 9).
@RestController
@RequestMapping("/api/notices")
class NoticesController {

    private final SelectionViews views;
    private final SelectionFeed feed;

    NoticesController(SelectionViews views, SelectionFeed feed) {
        this.views = views;
        this.feed = feed;
    }

    @GetMapping
    List<SelectionNotice> notices() {
        return views.notices();
    }

    @GetMapping("/{id}")
    SelectionNotice notice(@PathVariable UUID id) {
        return views.notice(id);
    }

    /// The notices as an Atom feed.
    @GetMapping(path = "/feed", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    String feed(Locale locale) {
        return feed.xml(views.notices(), locale);
    }
}
