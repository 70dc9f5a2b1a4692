'use strict';
// The table of quotes: search, filters, order, pages. Cells are filled with text, never with markup.
(() => {
  const { text, element } = quotidian;
  const input = name => document.getElementById('f-' + name);
  const MOST_AMONG = 10;
  const inside = document.querySelector('.page') !== null;
  const rows = [];
  for (const article of JSON.parse(document.getElementById('quotes-data').textContent)) {
    for (const [number, type, words, speaker, speakerType, confidence] of article.quotes) {
      rows.push({ article, number, type, words, speaker, speakerType, confidence, date: article.date.slice(0, 10), day: /^\d{4}-\d\d-\d\d/.test(article.date) ? article.date.slice(0, 10) : '' });
    }
  }

  /** Letters without marks, in lower case: "Lo Van Suong" finds "Lò Văn Sướng". */
  const fold = value => value.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  const searchable = value => value.toLowerCase().normalize('NFC') + '\n' + fold(value);
  const fits = (value, wanted) => {
    const query = wanted.trim().toLowerCase().normalize('NFC');
    return !query || searchable(value).includes(query);
  };

  /** Order of words as a dictionary has it, as numbers that are quick to compare. */
  function ranks(values) {
    const collator = new Intl.Collator('vi');
    return new Map([...new Set(values)].sort(collator.compare).map((value, i) => [value, i]));
  }

  function fill(list) {
    const counts = new Map();
    for (const row of rows) if (row.speaker) counts.set(row.speaker, (counts.get(row.speaker) ?? 0) + 1);
    for (const [name] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 300)) {
      const option = element('option');
      option.value = name;
      list.append(option);
    }
  }

  const link = row => (inside ? '#a-' : 'articles/' + row.article.id + '.html#a-') + row.article.id + '-t' + row.number;

  const cells = {
    words(cell, row) {
      cell.classList.add(row.type);
      if (row.article.page) {
        const a = element('a', '', row.words);
        a.href = link(row);
        cell.append(a);
      } else cell.textContent = row.words;
    },
    speaker(cell, row) { cell.className += ' ' + (row.speaker ? row.speakerType : 'none'); cell.textContent = row.speaker || text('unknown'); },
    type(cell, row) { cell.append(element('i', 'dot ' + row.type), ' ' + text('type-' + row.type)); },
    date(cell, row) { cell.textContent = row.date; },
    source(cell, row) { cell.append(element('span', '', row.article.title || row.article.source)); cell.title = row.article.source; },
    confidence(cell, row) { cell.textContent = row.confidence.toFixed(2); },
  };

  function columns() {
    const speakers = ranks(rows.map(row => row.speaker));
    const sources = ranks(rows.map(row => row.article.title || row.article.source));
    const words = ranks(rows.map(row => row.words));
    const sort = {
      words: row => words.get(row.words),
      speaker: row => (row.speaker ? speakers.get(row.speaker) : Infinity),
      type: row => ['direct', 'mixed', 'indirect'].indexOf(row.type),
      date: row => row.day || row.date.replaceAll('X', '0'),
      source: row => sources.get(row.article.title || row.article.source),
      confidence: row => row.confidence,
    };
    return Object.keys(cells).map(name => ({
      data: null,
      className: name + (name === 'confidence' ? ' num' : ''),
      type: name === 'date' ? 'string' : 'num',
      render: (data, kind, row) => (kind === 'sort' ? sort[name](row) : ''),
      createdCell: (cell, data, row) => { cell.setAttribute('role', 'cell'); cell.dir = 'auto'; cells[name](cell, row); },
    }));
  }

  function isWanted(row) {
    const { article } = row;
    return fits(row.words + '\n' + row.speaker + '\n' + article.title, input('search').value)
      && fits(row.speaker, input('speaker').value)
      && (!input('type').value || row.type === input('type').value)
      && (!input('from').value || (row.day && row.day >= input('from').value))
      && (!input('to').value || (row.day && row.day <= input('to').value))
      && fits(article.source + '\n' + article.title, input('source').value);
  }

  /** People whose names are cut to initials, as H., N.T.H or Th., may be others in each article. */
  const isCut = name => /^.$|\. ?.$/u.test(name) || (name.endsWith('.') && !/ [JS]r\.$/.test(name));
  const isCounted = row => row.speaker && row.speakerType !== 'UNNAMED' && !(row.speakerType === 'PERSON' && isCut(row.speaker));

  const isFiltered = () => ['search', 'speaker', 'type', 'from', 'to', 'source'].some(name => input(name).value.trim());

  /** Who is quoted most in what the filters let through; without a filter the charts say more. */
  function showAmong() {
    const among = document.getElementById('among');
    const counts = new Map();
    for (const row of table.rows({ search: 'applied' }).data().toArray()) {
      if (isCounted(row)) counts.set(row.speaker, (counts.get(row.speaker) ?? 0) + 1);
    }
    const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_AMONG);
    among.hidden = !isFiltered() || most.length < 2;
    among.querySelector('ol').replaceChildren(...most.map(([name, count]) => {
      const item = element('li');
      item.append(element('b', '', name), ' ' + quotidian.number(count));
      return item;
    }));
  }

  const language = () => ({
    info: text('shown-page', '_START_', '_END_', '_TOTAL_'), infoEmpty: '', infoFiltered: '',
    zeroRecords: text('none-found'), emptyTable: text('none'), lengthMenu: '_MENU_ ' + text('rows-a-page').toLowerCase(),
    thousands: quotidian.number(1111).replace(/\d/g, ''), decimal: quotidian.number(1.1).replace(/\d/g, ''),
    paginate: { first: '«', last: '»', next: '›', previous: '‹' },
    aria: { orderable: ': ' + text('sort-by'), orderableReverse: ': ' + text('sort-by'), orderableRemove: ': ' + text('sort-by'),
      paginate: { first: text('first-page'), last: text('last-page'), next: text('next-page'), previous: text('previous-page') } },
  });

  let table = null;
  let order = [];
  function make() {
    if (table) {
      order = table.order();
      table.destroy();
      document.querySelector('#quotes-table tbody').replaceChildren();
    }
    table = new DataTable('#quotes-table', {
      data: rows, columns: columns(), deferRender: true, autoWidth: false, order, pageLength: 10, lengthMenu: [10, 25, 50, 100],
      language: language(), layout: { topStart: 'info', topEnd: null, bottomStart: 'pageLength', bottomEnd: 'paging' },
      createdRow: row => row.setAttribute('role', 'row'),
    });
    table.on('search', showAmong);
    table.search.fixed('filters', (text, row) => isWanted(row)).draw();
    showAmong();
  }

  fill(input('speakers'));
  make();
  let language0 = document.documentElement.lang;
  quotidian.onChange(() => {
    if (language0 !== document.documentElement.lang) { language0 = document.documentElement.lang; make(); }
  });
  let waiting = 0;
  const filters = document.getElementById('filters');
  filters.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(() => table.draw(), 150); });
  filters.addEventListener('reset', () => setTimeout(() => table.draw()));
  filters.addEventListener('submit', event => event.preventDefault());

  quotidian.showSpeaker = name => {
    filters.reset();
    input('speaker').value = name;
    table.draw();
    document.getElementById('quotes').scrollIntoView();
    input('speaker').focus({ preventScroll: true });
  };
})();
