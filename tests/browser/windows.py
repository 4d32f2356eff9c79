"""Chromium's windows: one test after another sits down before them, and each finds them empty.

A new window reads and compiles all of Streamlit's code; one that has done so opens a page in a third of the CPU time.
"""

from urllib.parse import urljoin

from playwright.sync_api import Browser, Error, Page

PATIENCE = 20_000
"""Milliseconds that a test waits for a thing to appear; a busy machine may need some."""
MOST_IDLE = 10
"""More are closed: each is a process of some 100 MB."""

Kind = tuple[str, str, bool]
"""What a window cannot change any more: its language, the host it visits, whether it is touched."""


class Windows:
    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: list[tuple[Kind, Page]] = []
        self._taken: list[tuple[Kind, Page, bool]] = []
        self.errors: list[str] = []
        """What went wrong in any page, and whatever one asked another server for."""

    def take(self, language: str, host: str, touched: bool, *, fresh: bool) -> Page:
        kind = language, host, touched
        found = None if fresh else next((one for one in reversed(self._idle) if one[0] == kind), None)
        if found:
            self._idle.remove(found)
        page = found[1] if found else self._open(kind)
        self._taken.append((kind, page, fresh))
        return page

    def give_back(self) -> None:
        """All that were taken: their pages end, and what these kept in the browser is gone."""
        for kind, page, fresh in self._taken:
            if fresh or not _emptied(page):
                page.context.close()
            else:
                self._idle.append((kind, page))
        self._taken.clear()
        for _kind, page in self._idle[:-MOST_IDLE]:
            page.context.close()
        del self._idle[:-MOST_IDLE]

    def _open(self, kind: Kind) -> Page:
        language, host, touched = kind
        context = self._browser.new_context(locale=language, has_touch=touched)
        context.set_default_timeout(PATIENCE)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("request", lambda request: self._asked_for(request.url, host))
        return context.new_page()

    def _asked_for(self, url: str, host: str) -> None:
        """A page asks no other server than ours: it must work in a local network."""
        if url.startswith("http") and not url.startswith(f"http://{host}:"):
            self.errors.append(url)


def _emptied(page: Page) -> bool:
    """Whether the window is as new; not one that stands in a browser's own page because its server was away."""
    context = page.context
    try:
        for other in context.pages:
            if other != page:
                other.close()
        context.set_offline(False)
        page.mouse.move(0, 0)
        page.goto(urljoin(page.url, "/_stcore/health"))
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        context.clear_cookies()
    except Error:
        return False
    return True
