/* Draws the charts of the report from the numbers embedded in the page. Computes nothing but sums of what it shows. */
'use strict';
(() => {
  const data = JSON.parse(document.getElementById('figures').textContent);
  const floats = text => { const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0)); return new Float32Array(bytes.buffer); };
  const series = Object.fromEntries(Object.entries(data.series).map(([k, v]) => [k, floats(v)]));
  const hours = floats(data.hours), weights = floats(data.weights), T = hours.length;
  const css = getComputedStyle(document.documentElement), colour = key => css.getPropertyValue('--' + key).trim() || '#9AA4AD';
  const day0 = Date.UTC(data.year, 0, 1), DAY = 864e5;
  let view = 'zh', printing = false, charts = [], start = data.first, span = data.span;

  const L = () => view === 'en' ? 1 : 0;
  const say = pair => pair[L()];
  const scale = () => view === 'zh' ? 0.1 : 1;
  const unit = () => view === 'zh' ? '万千瓦' : 'MW';
  const three = x => { const a = Math.abs(x); if (a === 0) return '0'; const d = a >= 100 ? 0 : a >= 10 ? 1 : a >= 1 ? 2 : 3; const s = String(+x.toFixed(d)).replace('-', '−'); return view === 'en' && a >= 1000 ? Math.round(+x.toPrecision(3)).toLocaleString('en-US') : a >= 1000 ? String(Math.round(+x.toPrecision(3))) : s; };
  const energy = mwh => view === 'zh' ? (Math.abs(mwh) >= 1e5 ? three(mwh / 1e5) + ' 亿千瓦时' : three(mwh / 10) + ' 万千瓦时') : Math.abs(mwh) >= 1000 ? three(mwh / 1000) + ' GWh' : three(mwh) + ' MWh';
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const month = m => L() ? months[m] : (m + 1) + '月';
  const date = day => { const d = new Date(day0 + day * DAY); return L() ? d.getUTCDate() + ' ' + months[d.getUTCMonth()] : (d.getUTCMonth() + 1) + '月' + d.getUTCDate() + '日'; };
  const clock = h => String(h).padStart(2, '0') + ':00';
  const narrow = () => printing || innerWidth <= 640;
  const high = (phone, screen, paper) => printing ? paper : innerWidth <= 640 ? phone : screen;
  const root = () => document.getElementById(view);
  const box = name => root().querySelector('[data-chart="' + name + '"]');
  const axis = { axisLine: { lineStyle: { color: '#AEB8C0' } }, axisTick: { lineStyle: { color: '#AEB8C0' } }, axisLabel: { color: '#4E5B67', fontSize: 12 }, splitLine: { lineStyle: { color: '#ECEFF2' } } };
  const valueAxis = extra => ({ type: 'value', ...axis, axisLine: { show: false }, axisTick: { show: false }, ...extra });
  const tip = { trigger: 'axis', confine: true, appendTo: undefined, backgroundColor: 'rgba(255,255,255,.97)', borderColor: '#AEB8C0', borderWidth: 1, padding: [8, 12], textStyle: { color: '#14202B', fontSize: 14, fontWeight: 'normal' }, transitionDuration: 0, axisPointer: { lineStyle: { color: '#14202B' } } };

  function chart(name, height, option, on) {
    const at = box(name);
    if (!at) return null;
    at.style.height = height + 'px';
    const width = printing ? 672 : at.clientWidth;
    if (!width) return null;
    const c = echarts.init(at, null, { renderer: 'canvas', devicePixelRatio: printing ? 3 : undefined, width, height });
    c.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(at).fontFamily }, ...option });
    if (on) on(c);
    charts.push([c, at, height]);
    return c;
  }

  let hatchTile = null;
  function hatch() {
    if (hatchTile) return hatchTile;
    const c = document.createElement('canvas'); c.width = c.height = 8;
    const g = c.getContext('2d'); g.fillStyle = colour('curtailed'); g.fillRect(0, 0, 8, 8);
    g.strokeStyle = colour('curtailed-line'); g.lineWidth = 1.2; g.beginPath();
    for (const o of [-8, 0, 8]) { g.moveTo(o - 1, 9); g.lineTo(o + 9, -1); }
    g.stroke();
    return hatchTile = { image: c, repeat: 'repeat' };
  }
  const fill = key => key === 'curtailed' ? hatch() : colour(key);
  const below = key => key === 'charge' || key === 'export';

  function area(key, values, extra) {
    const k = scale(), sign = below(key) ? -1 : 1;
    return { name: key, type: 'line', stack: below(key) ? 'below' : 'above', step: 'end', symbol: 'none', silent: true, data: Array.from(values, v => +(sign * v * k).toFixed(4)),
      lineStyle: { width: .75, color: '#fff' }, areaStyle: { color: fill(key === 'charge' ? 'battery' : key), opacity: key === 'charge' ? .55 : 1 }, ...extra };
  }
  const line = (name, values, style, extra) => ({ name, type: 'line', step: 'end', symbol: 'none', silent: true, data: Array.from(values, v => +(v * scale()).toFixed(4)), lineStyle: style, z: 5, ...extra });

  // Hour by hour: all snapshots on one axis, the window moved by the slider, the list or a click in the overview.
  function dispatch() {
    const keys = data.stack.filter(k => series[k] && series[k].some(v => v > 1e-6));
    const label = i => { i = Math.max(0, Math.min(T - 1, +i)); const h = hours[i]; return date(Math.floor(h / 24)); };
    const c = chart('dispatch', high(320, 400, 280), {
      grid: { left: 8, right: 12, top: 24, bottom: 64, containLabel: true },
      tooltip: { ...tip, formatter: rows => {
        const i = rows[0].dataIndex, h = hours[i];
        const parts = keys.filter(k => series[k][i] > 5e-3).map(k => `<div style="display:flex;gap:16px;justify-content:space-between"><span><i style="display:inline-block;width:10px;height:10px;margin-right:6px;background:${k === 'curtailed' ? '#D9C48E' : colour(k === 'charge' ? 'battery' : k)}"></i>${say(data.names[k])}</span><b>${three(series[k][i] * scale())}</b></div>`);
        return `<b>${date(Math.floor(h / 24))} ${clock(h % 24)}</b> ${unit()}${parts.join('')}<div style="display:flex;gap:16px;justify-content:space-between;border-top:1px solid #D9DFE4;margin-top:4px"><span>${say(data.names.demand)}</span><b>${three(series.demand[i] * scale())}</b></div>`;
      } },
      xAxis: { type: 'category', boundaryGap: false, data: Array.from(hours, (h, i) => i), ...axis, splitLine: { show: false },
        axisTick: { show: false }, axisLabel: { ...axis.axisLabel, hideOverlap: true, showMinLabel: true, interval: i => hours[i] % 24 === 0, formatter: label } },
      yAxis: valueAxis({ name: unit(), nameTextStyle: { color: '#4E5B67', align: 'left', fontSize: 12 }, nameGap: 10 }),
      dataZoom: [
        { type: 'slider', startValue: start, endValue: Math.min(T - 1, start + span - 1), bottom: 8, height: 20, borderColor: '#D9DFE4', fillerColor: 'rgba(11,85,99,.15)', handleStyle: { color: '#0B5563' }, moveHandleSize: 0, showDetail: false, showDataShadow: false, brushSelect: false, show: !printing },
        { type: 'inside', startValue: start, endValue: Math.min(T - 1, start + span - 1), zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false }],
      series: [
        ...keys.map(k => area(k, series[k])),
        line('demand', series.demand, { width: 2, color: colour('ink') }),
        line('other', series.other, { width: 1.25, color: colour('ink'), type: 'dashed' })]
    }, c => c.on('datazoom', () => { const z = c.getOption().dataZoom[0]; start = z.startValue; span = z.endValue - z.startValue + 1; legend(keys); year.mark?.(); }));
    legend(keys);
    const list = root().querySelector('[data-weeks]');
    if (list && c) {
      list.onclick = e => { const b = e.target.closest('[data-start]'); if (!b) return; show(+b.dataset.start, 168); };
      const pick = list.querySelector('select');
      if (pick) pick.onchange = () => show(+pick.value, 168);
    }
    function show(from, n) { start = Math.max(0, Math.min(from, T - n)); span = n; c?.dispatchAction({ type: 'dataZoom', startValue: start, endValue: start + n - 1 }); }
    dispatch.show = show;
  }
  function legend(keys) {
    const at = root().querySelector('[data-legend]');
    if (!at) return;
    const end = Math.min(T, start + span);
    const total = a => { let s = 0; for (let i = start; i < end; i++) s += a[i]; return s; };
    at.innerHTML = keys.map(k => `<li><span class="chip${k === 'curtailed' ? ' hatch' : ''}" style="${k === 'curtailed' ? '' : 'background:' + colour(k === 'charge' ? 'battery' : k)}${k === 'charge' ? ';opacity:.55' : ''}"></span>${say(data.names[k])}<b>${energy(total(series[k]))}</b></li>`).join('') +
      `<li><span class="dash"></span>${say(data.names.demand)}<b>${energy(total(series.demand))}</b></li><li><span class="dash broken"></span>${say(data.names.other)}</li>`;
    const title = root().querySelector('[data-span]');
    if (title) title.textContent = date(Math.floor(hours[start] / 24)) + ' – ' + date(Math.floor(hours[Math.max(start, end - 1)] / 24));
    root().querySelectorAll('[data-weeks] [data-start]').forEach(b => b.setAttribute('aria-pressed', +b.dataset.start === start && span === 168));
  }

  // Where to look: daily mean of each week (whole year) or of each chosen block.
  function year() {
    const keys = data.stack.filter(k => !below(k) && series[k] && series[k].some(v => v > 1e-6));
    const blocks = data.blocks;
    if (blocks.length < 2) return;
    const mean = (a, [from, n]) => { let s = 0; for (let i = from; i < from + n; i++) s += a[i]; return s / n * 24; };
    const k = view === 'zh' ? 0.1 : view === 'en' ? 0.001 : 1, u = view === 'zh' ? '万千瓦时' : view === 'en' ? 'GWh' : 'MWh';
    const c = chart('year', high(180, 216, 160), {
      grid: { left: 8, right: 12, top: 24, bottom: 8, containLabel: true },
      tooltip: { ...tip, axisPointer: { type: 'shadow' }, formatter: rows => { const b = blocks[rows[0].dataIndex]; return `<b>${date(Math.floor(hours[b[0]] / 24))} – ${date(Math.floor(hours[b[0] + b[1] - 1] / 24))}</b> ${u}/${L() ? 'day' : '天'}` + keys.map(q => `<div style="display:flex;gap:16px;justify-content:space-between"><span>${say(data.names[q])}</span><b>${three(mean(series[q], b) * k)}</b></div>`).join(''); } },
      xAxis: { type: 'category', data: blocks.map(b => b[0]), ...axis, splitLine: { show: false }, axisTick: { show: false },
        axisLabel: { ...axis.axisLabel, hideOverlap: true, formatter: (v, i) => blocks.length > 13 ? (i === 0 || new Date(day0 + hours[+v] / 24 * DAY).getUTCMonth() !== new Date(day0 + hours[blocks[i - 1][0]] / 24 * DAY).getUTCMonth() ? month(new Date(day0 + hours[+v] / 24 * DAY).getUTCMonth()) : '') : date(Math.floor(hours[+v] / 24)), interval: 0 } },
      yAxis: valueAxis({ name: u, nameTextStyle: { color: '#4E5B67', align: 'left', fontSize: 12 }, nameGap: 10 }),
      series: keys.map((q, j) => ({ name: q, type: 'bar', stack: 'a', barCategoryGap: blocks.length > 13 ? '0%' : '40%', barMaxWidth: 96, data: blocks.map(b => +(mean(series[q], b) * k).toFixed(4)), itemStyle: { color: fill(q) },
        markArea: undefined, cursor: 'pointer', z: 2 + (j === -1) }))
    }, c => { c.on('click', e => dispatch.show(blocks[e.dataIndex][0], Math.min(168, blocks[e.dataIndex][1]))); });
    year.mark = () => {
      if (!c) return;
      const i = blocks.findIndex(b => start >= b[0] && start < b[0] + b[1]);
      if (i < 0) return;
      const x = c.convertToPixel({ xAxisIndex: 0 }, i), step = c.convertToPixel({ xAxisIndex: 0 }, 1) - c.convertToPixel({ xAxisIndex: 0 }, 0);
      const half = blocks.length > 13 ? step / 2 : Math.min(48, step * .3) + 4;
      c.setOption({ graphic: [{ id: 'frame', type: 'rect', silent: true, z: 20, shape: { x: x - half, y: 22, width: 2 * half, height: high(180, 216, 160) - 52 }, style: { fill: 'rgba(11,85,99,.10)', stroke: colour('ink'), lineWidth: 2 } }] });
    };
    year.mark();
  }

  function duration() {
    const d = data.duration;
    if (!d) return;
    const k = scale();
    chart('duration', high(280, 340, 240), {
      grid: { left: 8, right: 16, top: 28, bottom: 36, containLabel: true },
      tooltip: { ...tip, formatter: rows => `<b>${L() ? 'at least, in ' : ''}${rows[0].axisValueLabel ?? rows[0].value[0]}%${L() ? ' of hours' : ' 的小时不低于'}</b> ${unit()}` + rows.map(r => `<div style="display:flex;gap:16px;justify-content:space-between"><span>${r.seriesName}</span><b>${three(r.value[1])}</b></div>`).join('') },
      xAxis: { type: 'value', min: 0, max: 100, ...axis, splitLine: { show: false }, name: L() ? '% of the hours of the year' : '占全年小时数 %', nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: '#4E5B67', fontSize: 12 } },
      yAxis: valueAxis({ name: unit(), nameTextStyle: { color: '#4E5B67', align: 'left', fontSize: 12 }, nameGap: 12 }),
      series: d.lines.map(l => ({ name: say(l.name), type: 'line', symbol: 'none', data: d.x.map((x, i) => [x, +(l.y[i] * k).toFixed(4)]), lineStyle: { width: l.dash === 'solid' ? 2 : 1.5, type: l.dash, color: l.colour }, itemStyle: { color: l.colour }, z: 3,
        markPoint: { silent: true, symbol: 'circle', symbolSize: 1, data: [{ coord: [d.x[l.at], l.y[l.at] * k] }], label: { show: true, position: l.above ? 'top' : 'bottom', distance: 6, formatter: say(l.name), color: l.colour, fontSize: 14, fontWeight: 'bold', textBorderColor: '#fff', textBorderWidth: 3 } } }))
    });
  }

  function storage() {
    (data.storage || []).forEach((s, n) => {
      const days = s.day, xs = days.map((d, i) => i);
      chart('storage-' + n, high(200, 240, 130), {
        grid: { left: 8, right: 12, top: 12, bottom: 8, containLabel: true },
        tooltip: { ...tip, formatter: rows => { const i = rows[0].dataIndex; return `<b>${date(days[i])}</b><br>${L() ? 'mean' : '日均'} ${Math.round(s.mean[i] * 100)}%，${Math.round(s.min[i] * 100)}–${Math.round(s.max[i] * 100)}%`; } },
        xAxis: { type: 'category', data: xs, boundaryGap: false, ...axis, splitLine: { show: false }, axisTick: { show: false }, axisLabel: { ...axis.axisLabel, hideOverlap: true, interval: data.whole ? i => new Date(day0 + days[i] * DAY).getUTCDate() === 1 : i => days.length < 15 || i === 0 || days[i - 1] !== days[i] - 1, formatter: i => data.whole ? month(new Date(day0 + days[i] * DAY).getUTCMonth()) : date(days[i]) } },
        yAxis: valueAxis({ min: 0, max: 1, interval: .25, axisLabel: { ...axis.axisLabel, formatter: v => Math.round(v * 100) + '%' } }),
        series: [
          { type: 'line', stack: 'b', symbol: 'none', silent: true, data: s.min, lineStyle: { width: 0 }, areaStyle: { opacity: 0 } },
          { type: 'line', stack: 'b', symbol: 'none', silent: true, data: s.max.map((v, i) => v - s.min[i]), lineStyle: { width: 0 }, areaStyle: { color: s.colour, opacity: .22 } },
          { type: 'line', symbol: 'none', silent: true, data: s.mean, lineStyle: { width: 1.5, color: s.colour } }]
      });
    });
  }

  function compute() {
    const d = data.compute;
    if (!d || !d.classes.length) return;
    const k = scale(), w = narrow(), hs = Array.from({ length: 24 }, (_, h) => h);
    const c = chart('compute', high(280, 320, 240), {
      grid: { left: 8, right: w ? 12 : 132, top: 28, bottom: 8, containLabel: true },
      tooltip: { ...tip, formatter: rows => `<b>${clock(rows[0].dataIndex)}</b> ${unit()}` + d.classes.map(q => `<div style="display:flex;gap:16px;justify-content:space-between"><span><i style="display:inline-block;width:10px;height:10px;margin-right:6px;background:${colour(q.key)}"></i>${say(q.name)}</span><b>${three(q.y[rows[0].dataIndex] * k)}</b></div>`).join('') },
      xAxis: { type: 'category', boundaryGap: false, data: hs, ...axis, splitLine: { show: false }, axisLabel: { ...axis.axisLabel, interval: 2, formatter: clock } },
      yAxis: valueAxis({ name: unit(), nameTextStyle: { color: '#4E5B67', align: 'left', fontSize: 12 }, nameGap: 12 }),
      series: [
        ...d.classes.map((q, i) => ({ name: say(q.name), type: 'line', stack: 'c', symbol: 'none', silent: true, data: q.y.map(v => +(v * k).toFixed(4)), lineStyle: { width: .75, color: '#fff' }, areaStyle: { color: colour(q.key), opacity: 1 },
          markArea: i || !d.dear.length ? undefined : { silent: true, itemStyle: { color: 'rgba(174,184,192,.22)' }, label: { show: true, position: 'insideTop', color: '#4E5B67', fontSize: 12, formatter: L() ? 'peak tariff' : '高峰电价' }, data: d.dear.map(([a, b]) => [{ xAxis: a }, { xAxis: Math.min(23, b) }]) } })),
        { name: 'arrivals', type: 'line', symbol: 'none', silent: true, data: d.arrivals.map(v => +(v * k).toFixed(4)), lineStyle: { width: 1.5, color: colour('ink'), type: 'dashed' } }]
    });
    if (!c || w) { const at = root().querySelector('[data-compute-legend]'); if (at) at.hidden = false; return; }
    // Labels at the right end with leaders, kept 16 px apart.
    let sum = 0;
    const right = c.getWidth() - 132, ends = d.classes.map(q => { const mid = sum + q.y[23] / 2; sum += q.y[23]; return { q, y: c.convertToPixel({ yAxisIndex: 0 }, mid * k) }; }).filter(e => e.q.y[23] > 1e-6);
    ends.sort((a, b) => b.y - a.y);
    let last = Infinity;
    for (const e of ends) { e.at = Math.min(e.y, last - 16); last = e.at; }
    const low = 8, top = ends.length ? ends[ends.length - 1].at : 0;
    if (top < low) ends.forEach(e => { e.at += low - top; });
    c.setOption({ graphic: ends.flatMap(e => [
      { type: 'polyline', silent: true, shape: { points: [[right + 2, e.y], [right + 10, e.at], [right + 16, e.at]] }, style: { stroke: '#AEB8C0', fill: 'none', lineWidth: 1 } },
      { type: 'text', silent: true, style: { x: right + 20, y: e.at, text: say(e.q.name), fill: colour('ink'), font: '12px ' + getComputedStyle(root()).fontFamily, textVerticalAlign: 'middle' } }]) });
  }

  // Heat map day × hour as one raster image, so that it prints with its axes.
  const ramp = ['#F3E9D8', '#D9DCC0', '#A3C9B4', '#5FA9A0', '#2B7F86', '#0B5563'].map(h => [1, 3, 5].map(i => parseInt(h.slice(i, i + 2), 16)));
  function mix(x) { const p = Math.max(0, Math.min(.99999, x)) * (ramp.length - 1), i = Math.floor(p), f = p - i; return ramp[i].map((v, j) => Math.round(v + (ramp[i + 1][j] - v) * f)); }
  function heat() {
    const at = box('green');
    if (!at || !at.clientWidth && !printing) return;
    const cols = data.whole ? 365 : data.days.length, g = series.green;
    const raster = document.createElement('canvas'); raster.width = cols; raster.height = 24;
    const ctx = raster.getContext('2d'), img = ctx.createImageData(cols, 24);
    const column = new Map(data.days.map((d, i) => [d, data.whole ? d : i]));
    for (let i = 0; i < T; i++) {
      const h = hours[i], x = column.get(Math.floor(h / 24)), y = 23 - h % 24, [r, gr, b] = Number.isNaN(g[i]) ? [255, 255, 255] : mix(g[i]);
      img.data.set([r, gr, b, 255], 4 * (y * cols + x));
    }
    ctx.putImageData(img, 0, 0);
    const width = printing ? 672 : at.clientWidth, height = high(200, 240, 180), left = 44, bottom = 24, top = 4, right = 8;
    const ratio = printing ? 3 : devicePixelRatio || 1;
    const c = document.createElement('canvas'); c.width = width * ratio; c.height = height * ratio; c.style.cssText = `width:${width}px;height:${height}px;display:block`;
    const q = c.getContext('2d'); q.scale(ratio, ratio); q.imageSmoothingEnabled = false;
    const w = width - left - right, hh = height - top - bottom;
    q.drawImage(raster, left, top, w, hh);
    q.strokeStyle = '#AEB8C0'; q.strokeRect(left - .5, top - .5, w + 1, hh + 1);
    q.fillStyle = '#4E5B67'; q.font = '12px ' + getComputedStyle(root()).fontFamily; q.textBaseline = 'middle'; q.textAlign = 'right';
    for (const h of [0, 6, 12, 18]) q.fillText(clock(h), left - 6, top + hh - (h + .5) / 24 * hh);
    q.textAlign = 'left'; q.textBaseline = 'top';
    let lastX = -99;
    data.days.forEach((d, i) => {
      const t = new Date(day0 + d * DAY), first = data.whole ? t.getUTCDate() === 1 : w / cols > 56 || i === 0 || data.days[i - 1] !== d - 1;
      const x = left + (data.whole ? d : i) / cols * w;
      if (!data.whole && i && data.days[i - 1] !== d - 1) { q.fillStyle = '#fff'; q.fillRect(x - 1, top, 2, hh); q.fillStyle = '#4E5B67'; }
      if (first && x - lastX > (narrow() ? 44 : 50) && x < width - 36) { q.fillText(data.whole ? month(t.getUTCMonth()) : date(d), x, height - bottom + 6); lastX = x; }
    });
    at.replaceChildren(c);
    at.onmousemove = e => {
      const r = c.getBoundingClientRect(), x = Math.floor((e.clientX - r.left - left) / w * cols), h = 23 - Math.floor((e.clientY - r.top - top) / hh * 24);
      const d = data.whole ? x : data.days[x], i = h >= 0 && h < 24 && d !== undefined ? hours.indexOf(d * 24 + h) : -1;
      c.title = i < 0 ? '' : `${date(d)} ${clock(h)}  ${Number.isNaN(g[i]) ? '–' : Math.round(g[i] * 100) + '%'}`;
    };
  }

  function draw() {
    charts.forEach(([c]) => c.dispose()); charts = [];
    heat(); dispatch(); year(); duration(); storage(); compute();
    document.body.dataset.ready = view;
  }
  function pick() {
    const asked = new URLSearchParams(location.search).get('lang');
    view = location.hash === '#en' || location.hash === '#zh-mw' || location.hash === '#zh' ? location.hash.slice(1) : view;
    if (!pick.done && asked === 'en') view = 'en';
    if (!pick.done && asked === 'zh-mw') view = 'zh-mw';
    pick.done = true;
    document.documentElement.dataset.view = view;
    document.documentElement.lang = view === 'en' ? 'en' : 'zh-CN';
    document.title = root().dataset.title;
    draw();
  }
  document.addEventListener('click', e => {
    const to = e.target.closest('[data-view-to]');
    if (to) { e.preventDefault(); const from = view, y = scrollY; history.replaceState(null, '', '#' + to.dataset.viewTo); view = to.dataset.viewTo; pick(); if (from !== view) scrollTo(0, y); }
    if (e.target.closest('[data-print]')) print();
  });
  addEventListener('hashchange', () => { if (['#zh', '#zh-mw', '#en'].includes(location.hash)) pick(); });
  let wait = 0;
  addEventListener('resize', () => { clearTimeout(wait); wait = setTimeout(() => { if (!printing) draw(); }, 120); });
  addEventListener('beforeprint', () => { printing = true; draw(); });
  addEventListener('afterprint', () => { printing = false; draw(); });
  const spy = new IntersectionObserver(entries => entries.forEach(e => { if (e.isIntersecting) root().querySelectorAll('nav a').forEach(a => a.classList.toggle('on', a.getAttribute('href') === '#' + e.target.id)); }), { rootMargin: '-20% 0px -70% 0px' });
  document.querySelectorAll('section').forEach(s => spy.observe(s));
  if (new URLSearchParams(location.search).get('print')) printing = true;
  pick();
})();
