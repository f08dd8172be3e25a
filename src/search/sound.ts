/**
 * Of every sound the first character that a dictionary sorted by sound has, with the sound: without its tone, zh, ch and
 * sh as z, c and s, and -ng as -n, as many speakers have it.
 */
const sounds =
  '吖 a 哎 ai 安 an 凹 ao 八 ba 掰 bai 扳 ban 勹 bao 卑 bei 奔 ben 逼 bi 边 bian 灬 biao 憋 bie 玢 bin ' +
  '拨 bo 逋 bu 嚓 ca 猜 cai 参 can 操 cao 册 ce 岑 cen 叉 ca 拆 cai 觇 can 抄 cao 车 ce 抻 cen 吃 ci ' +
  '充 con 抽 cou 出 cu 揣 cuai 巛 cuan 吹 cui 春 cun 踔 cuo 呲 ci 匆 con 凑 cou 粗 cu 汆 cuan 崔 cui ' +
  '村 cun 搓 cuo 哒 da 呆 dai 丹 dan 刀 dao 得 de 灯 den 氐 di 嗲 dia 掂 dian 刁 diao 爹 die 丁 din ' +
  '丢 diu 东 don 都 dou 嘟 du 端 duan 堆 dui 吨 dun 多 duo 婀 e 诶 ei 恩 en 儿 er 发 fa 帆 fan 飞 fei ' +
  '分 fen 缶 fou 夫 fu 旮 ga 该 gai 甘 gan 皋 gao 戈 ge 给 gei 根 gen 工 gon 勾 gou 估 gu 瓜 gua 乖 guai ' +
  '关 guan 归 gui 丨 gun 呙 guo 哈 ha 咳 hai 顸 han 蒿 hao 诃 he 黑 hei 痕 hen 轰 hon 侯 hou 乎 hu 花 hua ' +
  '怀 huai 欢 huan 灰 hui 昏 hun 耠 huo 丌 ji 加 jia 戋 jian 艽 jiao 阶 jie 巾 jin 冂 jion 纠 jiu 居 ju ' +
  '娟 juan 噘 jue 军 jun 咔 ka 开 kai 刊 kan 尻 kao 苛 ke 肯 ken 空 kon 抠 kou 刳 ku 夸 kua 蒯 kuai ' +
  '宽 kuan 亏 kui 坤 kun 扩 kuo 垃 la 来 lai 兰 lan 捞 lao 仂 le 雷 lei 塄 len 哩 li 俩 lia 奁 lian ' +
  '撩 liao 咧 lie 拎 lin 溜 liu 龙 lon 娄 lou 噜 lu 娈 luan 抡 lun 罗 luo 妈 ma 埋 mai 颟 man 猫 mao ' +
  '么 me 没 mei 门 men 咪 mi 宀 mian 喵 miao 乜 mie 民 min 谬 miu 摸 mo 哞 mou 毪 mu 拿 na 乃 nai 囡 nan ' +
  '孬 nao 疒 ne 馁 nei 恁 nen 嗯 n 妮 ni 拈 nian 鸟 niao 捏 nie 您 nin 妞 niu 农 non 耨 nou 奴 nu 暖 nuan ' +
  '挪 nuo 喔 o 讴 ou 趴 pa 拍 pai 潘 pan 抛 pao 呸 pei 喷 pen 丕 pi 偏 pian 剽 piao 氕 pie 姘 pin 钋 po ' +
  '剖 pou 仆 pu 七 qi 掐 qia 千 qian 悄 qiao 且 qie 亲 qin 邛 qion 丘 qiu 区 qu 悛 quan 炔 que 逡 qun ' +
  '蚺 ran 娆 rao 惹 re 人 ren 日 ri 戎 ron 柔 rou 如 ru 阮 ruan 蕤 rui 闰 run 若 ruo 仨 sa 塞 sai 三 san ' +
  '搔 sao 色 se 森 sen 杀 sa 筛 sai 山 san 捎 sao 奢 se 谁 sei 申 sen 尸 si 收 sou 书 su 刷 sua 衰 suai ' +
  '闩 suan 水 sui 吮 sun 说 suo 厶 si 忪 son 嗖 sou 苏 su 狻 suan 虽 sui 孙 sun 唆 suo 他 ta 胎 tai ' +
  '坍 tan 涛 tao 忑 te 疼 ten 剔 ti 天 tian 佻 tiao 帖 tie 厅 tin 通 ton 偷 tou 凸 tu 湍 tuan 推 tui ' +
  '吞 tun 乇 tuo 挖 wa 歪 wai 弯 wan 危 wei 温 wen 挝 wo 乌 wu 夕 xi 呷 xia 仙 xian 枭 xiao 些 xie 心 xin ' +
  '凶 xion 休 xiu 吁 xu 轩 xuan 削 xue 勋 xun 丫 ya 恹 yan 幺 yao 掖 ye 一 yi 因 yin 哟 yo 佣 yon 优 you ' +
  '纡 yu 鸢 yuan 曰 yue 晕 yun 匝 za 灾 zai 糌 zan 遭 zao 则 ze 贼 zei 怎 zen 扎 za 斋 zai 沾 zan 钊 zao ' +
  '蜇 ze 贞 zen 之 zi 中 zon 州 zou 朱 zu 抓 zua 拽 zuai 专 zuan 隹 zui 肫 zun 拙 zuo 孜 zi 宗 zon 邹 zou ' +
  '租 zu 钻 zuan 嘴 zui 尊 zun 嘬 zuo ';

const table = Array.from(sounds.matchAll(/(\S) (\S+)/g), ([, first = '', sound = '']) => ({
  first,
  sound,
}));

/** The browser's own order of characters by sound; a table of all of them would be thirty times as long. */
const bySound = new Intl.Collator('zh-CN-u-co-pinyin');

const known = new Map<string, string>();

/**
 * How a character is said, the same for all that an input method offers together.
 * @example soundOf('积') === soundOf('机') // true
 */
export function soundOf(character: string): string {
  const sound = known.get(character) ?? table[placeOf(character)]?.sound ?? '';
  known.set(character, sound);
  return sound;
}

/** Place of the last sound that does not begin behind the character. */
function placeOf(character: string): number {
  let [from, to] = [0, table.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (bySound.compare(table[middle]?.first ?? '', character) <= 0) from = middle;
    else to = middle;
  }
  return from;
}
