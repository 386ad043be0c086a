// A simulated patient in the camera's place, who listens: into the hold when the page says so, out
// when it is over. The film comes from the test; this follows tests/runtime/listening.py.
(() => {
  const STEP_MS = 66;
  const HERE = ["moving", "holding", "away"];
  const numbers = (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new Float32Array(bytes.buffer);
  };
  window.unpinchSource = {
    timer: 0,
    askedFor: false,
    start(told) {
      // The sheet that sets the camera up closes by itself: whether it was there is seen from here.
      this.askedFor = document.getElementById("sheet-camera").checkVisibility();
      const film = window.unpinchFilm;
      const image = numbers(film.image);
      const world = numbers(film.world);
      let hold = 0;
      let now = Math.max(0, film.holds[0][0] - 9000);
      told.ready();
      this.timer = setInterval(() => {
        const here = HERE.includes(document.getElementById("session").dataset.phase);
        const [begin, end] = film.holds[Math.min(hold, film.holds.length - 1)];
        now += STEP_MS;
        if (!here && begin - 4500 <= now && now < begin && now > begin - 3000) now -= 1500;
        if (here && now > end - 4000 && now < end) now -= 3000;
        if (!here && begin <= now && now < end) now = end;
        if (now >= end) hold += 1;
        const n = Math.max(0, Math.min(film.at.findIndex((at) => at >= now), film.at.length - 1));
        told.seen({
          seen: !Number.isNaN(image[n * 132]),
          image: image.slice(n * 132, n * 132 + 132).map((value) => value || 0),
          world: world.slice(n * 99, n * 99 + 99).map((value) => value || 0),
          width: film.size[0],
          height: film.size[1],
          t_ms: told.now(),
        });
      }, STEP_MS);
    },
    stop() {
      clearInterval(this.timer);
    },
  };
})();
