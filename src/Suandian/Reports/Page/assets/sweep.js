/* Draws the curves of a sweep from the numbers embedded in the page: the first variation across, the second as lines, the others chosen. */
'use strict';
(() => {
  const data = JSON.parse(document.getElementById('figures').textContent);
  const axes = data.axes, product = axes.reduce((n, a) => n * a.values.length, 1), whole = product === data.variants.length;
  const number = new Map(data.variants.map((v, i) => [v.join('\u0000'), i]));
  const chosen = axes.map(a => a.values[0]);
  let view = 'zh', printing = false, charts = [];
  const root = () => document.getElementById(view);
  const unit = axis => axis.unit[view === 'en' ? 1 : 0];
  const label = (axis, value) => axis.factor ? '×' + value : value + (unit(axis) ? ' ' + unit(axis) : '');
  const mix = t => { const a = [134, 197, 220], b = [8, 72, 94]; return 'rgb(' + a.map((x, i) => Math.round(x + (b[i] - x) * t)).join(',') + ')'; };
  const three = x => { const a = Math.abs(x); if (a === 0) return '0'; const d = a >= 100 ? 0 : a >= 10 ? 1 : a >= 1 ? 2 : a >= .01 ? 3 : 5; return String(+x.toFixed(d)).replace('-', '−'); };
  const ink = { axisLine: { lineStyle: { color: '#AEB8C0' } }, axisTick: { lineStyle: { color: '#AEB8C0' } }, axisLabel: { color: '#4E5B67', fontSize: 12, hideOverlap: true }, splitLine: { lineStyle: { color: '#ECEFF2' } } };

  // One line per value of the second variation; without all combinations one line over the variants in order.
  function lines() {
    if (!whole) return { x: data.variants.map(v => v.join(' / ')), words: true, lines: [{ name: '', at: data.variants.map((v, i) => i) }] };
    const across = axes[0], groups = axes.length > 1 ? axes[1].values : [null];
    const at = (x, g) => number.get(axes.map((a, i) => i === 0 ? x : i === 1 ? g : chosen[i]).join('\u0000'));
    return { x: across.values, words: across.words, lines: groups.map(g => ({ name: g === null ? '' : label(axes[1], g), at: across.values.map(x => at(x, g)) })) };
  }

  function draw() {
    charts.forEach(c => c.dispose()); charts = [];
    const shape = lines(), many = shape.lines.length, colour = i => many === 1 ? '#0B5563' : mix(i / (many - 1));
    const legend = root().querySelector('[data-legend]');
    if (legend) {
      legend.replaceChildren(...(many > 1 ? shape.lines : []).map((l, i) => { const li = document.createElement('li'), dash = document.createElement('span'); dash.className = 'dash'; dash.style.borderColor = colour(i); li.append(dash, l.name); return li; }));
      if (many > 1) { const li = document.createElement('li'), code = document.createElement('code'); code.textContent = axes[1].name; li.append(code); legend.prepend(li); }
    }
    for (const figure of data.figures) {
      const at = root().querySelector('[data-chart="' + figure.column + '"]');
      if (!at) continue;
      const height = printing ? 160 : 220, width = printing ? 320 : at.clientWidth;
      if (!width) continue;
      at.style.height = height + 'px';
      const k = figure.factor[view], value = i => i === undefined || figure.values[i] === null ? null : figure.values[i] * k;
      const c = echarts.init(at, null, { renderer: 'canvas', devicePixelRatio: printing ? 3 : undefined, width, height });
      c.setOption({
        animation: false, textStyle: { fontFamily: getComputedStyle(at).fontFamily },
        grid: { left: 8, right: 24, top: 12, bottom: 28, containLabel: true },
        tooltip: { trigger: 'axis', confine: true, backgroundColor: 'rgba(255,255,255,.97)', borderColor: '#AEB8C0', padding: [8, 12], textStyle: { color: '#14202B', fontSize: 14 }, transitionDuration: 0,
          valueFormatter: v => v === null || v === undefined ? '–' : three(v) },
        xAxis: { type: shape.words ? 'category' : 'value', data: shape.words ? shape.x : undefined, scale: true, min: shape.words ? undefined : Math.min(...shape.x), max: shape.words ? undefined : Math.max(...shape.x),
          name: whole ? axes[0].name + (axes[0].factor ? ' (×)' : unit(axes[0]) ? ' (' + unit(axes[0]) + ')' : '') : '', nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: '#4E5B67', fontSize: 12 }, ...ink, splitLine: { show: false } },
        yAxis: { type: 'value', scale: true, ...ink, axisLine: { show: false }, axisTick: { show: false }, splitNumber: 4 },
        series: shape.lines.map((l, i) => ({ name: l.name, type: 'line', symbol: 'circle', symbolSize: shape.words ? 9 : 6, data: l.at.map((v, j) => shape.words ? value(v) : [+shape.x[j], value(v)]), lineStyle: { width: shape.words ? 1 : 2, type: shape.words ? 'dotted' : 'solid', color: colour(i) }, itemStyle: { color: colour(i) } }))
      });
      charts.push(c);
    }
    document.body.dataset.ready = view;
  }

  // What stands still: a list for each variation beyond the second.
  function controls() {
    const at = root().querySelector('[data-controls]');
    if (!at) return;
    at.replaceChildren(...(whole ? axes.slice(2) : []).map((axis, j) => {
      const wrap = document.createElement('label'), pick = document.createElement('select');
      wrap.append(axis.name + ' ', pick);
      pick.append(...axis.values.map(v => { const o = document.createElement('option'); o.value = v; o.textContent = label(axis, v); return o; }));
      pick.value = chosen[j + 2];
      pick.onchange = () => { chosen[j + 2] = pick.value; draw(); };
      return wrap;
    }));
  }
  function pick() {
    const asked = new URLSearchParams(location.search).get('lang');
    view = ['#en', '#zh-mw', '#zh'].includes(location.hash) ? location.hash.slice(1) : view;
    if (!pick.done && (asked === 'en' || asked === 'zh-mw')) view = asked;
    pick.done = true;
    document.documentElement.dataset.view = view;
    document.documentElement.lang = view === 'en' ? 'en' : 'zh-CN';
    document.title = root().dataset.title;
    controls(); draw();
  }
  document.addEventListener('click', e => {
    const to = e.target.closest('[data-view-to]');
    if (to) { e.preventDefault(); history.replaceState(null, '', '#' + to.dataset.viewTo); view = to.dataset.viewTo; pick(); }
    if (e.target.closest('[data-print]')) print();
  });
  addEventListener('hashchange', () => { if (['#zh', '#zh-mw', '#en'].includes(location.hash)) pick(); });
  let wait = 0;
  addEventListener('resize', () => { clearTimeout(wait); wait = setTimeout(() => { if (!printing) draw(); }, 120); });
  addEventListener('beforeprint', () => { printing = true; draw(); });
  addEventListener('afterprint', () => { printing = false; draw(); });
  const spy = new IntersectionObserver(entries => entries.forEach(e => { if (e.isIntersecting) root().querySelectorAll('nav a').forEach(a => a.classList.toggle('on', a.getAttribute('href') === '#' + e.target.id)); }), { rootMargin: '-20% 0px -70% 0px' });
  document.querySelectorAll('section').forEach(s => spy.observe(s));
  pick();
})();
